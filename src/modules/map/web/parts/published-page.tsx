import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { listPublications, type Publication, publishLayer } from '../../contract/publication.ts'
import { audienceLabels, PublishForm } from './publish-form.tsx'
import { useLayers } from './use-layers.ts'
import { WithdrawForm } from './withdraw-form.tsx'

const title = { zh: '图层发布', en: 'Publication of layers' }

/** Which layers other programs may fetch, under which review number, from when until when. */
export function PublishedPage() {
  useTitle(title)
  const say = useText()
  const { zone, may } = useMember()
  const layers = useLayers()
  const { data, error, refetch } = useQuery({ ...queryOf(listPublications, { zone: zone.code }), staleTime: 0 })
  const failed = error ?? layers.error
  if (failed !== null) return <Failure error={failed} onRetry={() => refetch()} />
  if (data === undefined || layers.data === undefined) return <Opening />
  const out = new Set(data.publications.filter(({ withdrawnOn }) => withdrawnOn === null).map(({ layer }) => layer))
  const free = layers.data.layers.filter(({ key }) => !out.has(key))
  const mayPublish = may(publishLayer.permission)
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      <p>
        {say({
          zh: '没有发布的图层，对外查不到。已发布的图层按 OGC API – Features 提供：',
          en: 'A layer that is not published cannot be found from outside. Published ones are given as OGC API – Features:',
        })}{' '}
        <a href={`/api/zones/${zone.code}/ogc?f=html`}>/api/zones/{zone.code}/ogc</a>
      </p>
      {data.publications.length === 0 ? (
        <p className="card" role="status">
          {say({
            zh: '还没有发布过图层。取得审图号后在下面发布。',
            en: 'No layer was published yet. With a review number, publish one below.',
          })}
        </p>
      ) : (
        <PublicationTable publications={data.publications} mayPublish={mayPublish} />
      )}
      {mayPublish && free.length > 0 && <PublishForm layers={free} />}
    </div>
  )
}

function PublicationTable({ publications, mayPublish }: { publications: readonly Publication[]; mayPublish: boolean }) {
  const say = useText()
  return (
    <PlainTable
      caption={title}
      rows={publications}
      keyOf={({ id }) => id}
      columns={[
        { label: { zh: '图层', en: 'Layer' }, cell: ({ label }) => say(label) },
        { label: { zh: '给谁', en: 'For whom' }, cell: ({ audience }) => say(audienceLabels[audience]) },
        { label: { zh: '审图号', en: 'Review number' }, cell: ({ reviewNumber }) => reviewNumber },
        { label: { zh: '概化', en: 'Coarsened' }, cell: ({ toleranceM }) => `${toleranceM} m` },
        { label: { zh: '发布', en: 'Published' }, cell: ({ publishedOn, by }) => `${publishedOn} ${by}` },
        {
          label: { zh: '撤回', en: 'Withdrawn' },
          cell: (one) => {
            if (one.withdrawnOn !== null) return `${one.withdrawnOn} ${one.reason ?? ''}`
            return mayPublish ? <WithdrawForm publication={one} /> : say({ zh: '仍在发布', en: 'still published' })
          },
        },
      ]}
    />
  )
}
