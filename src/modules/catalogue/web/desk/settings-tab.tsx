import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { call } from '../../../../web/client.ts'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { readableMoment } from '../../../../web/kit/records/moments.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { Desk, Publication } from '../../contract/draft.ts'
import { setDesk } from '../../contract.ts'
import { useReadAgain } from './use-desk.ts'

/** Who keeps the catalogue, four eyes, and what was published so far. */
export function SettingsTab({
  desk,
  publications,
}: {
  readonly desk: Desk
  readonly publications: readonly Publication[]
}) {
  const say = useText()
  return (
    <>
      <section className="card">
        <h2>{say({ zh: '谁维护目录', en: 'Who keeps the catalogue' })}</h2>
        <p>
          {desk.keeper === null
            ? say({ zh: '还没有开发区认领。', en: 'No zone has taken it up.' })
            : say({ zh: `开发区“${desk.keeper}”。`, en: `The zone "${desk.keeper}".` })}{' '}
          {desk.fourEyes
            ? say({
                zh: '双人复核：改过草稿的人不能发布。',
                en: 'Four eyes: whoever edited the draft may not publish it.',
              })
            : say({ zh: '没有设双人复核。', en: 'Four eyes are not set.' })}
        </p>
        <Act desk={desk} />
      </section>
      <section>
        <h2>{say({ zh: '发布记录', en: 'Publications' })}</h2>
        {publications.length === 0 && (
          <p className="card">
            {say({ zh: '还没有在这里发布过版本。', en: 'No version has been published here yet.' })}
          </p>
        )}
        {publications.length > 0 && (
          <PlainTable
            caption={{ zh: '发布记录', en: 'Publications' }}
            rows={publications}
            keyOf={(one) => `${one.versionId}${one.at}`}
            columns={[
              { label: { zh: '时间', en: 'When' }, cell: (one) => readableMoment(one.at) },
              { label: { zh: '谁', en: 'Who' }, cell: (one) => one.by },
              { label: { zh: '修改', en: 'Changes' }, cell: (one) => one.changes },
              { label: { zh: '理由', en: 'Reason' }, cell: (one) => one.reason },
              { label: { zh: '提醒的理由', en: 'Despite warnings' }, cell: (one) => one.override ?? '—' },
            ]}
          />
        )}
      </section>
    </>
  )
}

function Act({ desk }: { readonly desk: Desk }) {
  const say = useText()
  const { zone, may } = useMember()
  const readAgain = useReadAgain()
  const act = useMutation({
    mutationFn: (fourEyes: boolean) => call(setDesk, { zone: zone.code, version: desk.version, fourEyes }),
    onSuccess: readAgain,
  })
  if (!may('catalogue.keep') || (desk.keeper !== null && !desk.mine)) return null
  const label =
    desk.keeper === null
      ? { zh: '由本区认领', en: 'Take it up for this zone' }
      : desk.fourEyes
        ? { zh: '取消双人复核', en: 'Do without four eyes' }
        : { zh: '设双人复核', en: 'Set four eyes' }
  return (
    <>
      <Refusal error={act.error} />
      <Button loading={act.isPending} onClick={() => act.mutate(desk.keeper === null ? true : !desk.fourEyes)}>
        {say(label)}
      </Button>
    </>
  )
}
