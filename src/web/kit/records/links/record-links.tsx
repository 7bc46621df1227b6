import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { KindView } from '../../../../kernel/kind-view.ts'
import { listLinks, type RecordLink, relationLabels, removeLink } from '../../../../platform/records/contract/links.ts'
import { call } from '../../../client.ts'
import { useText } from '../../../text.tsx'
import { Failure } from '../../failure.tsx'
import { Opening } from '../../opening.tsx'
import { Refusal } from '../../refusal.tsx'
import { useMember } from '../../session/use-work.ts'
import { useAct } from '../../use-act.ts'
import { AddLink } from './add-link.tsx'
import './links.css'

/** Records that this one has to do with, whichever of the two says so. */
export function RecordLinks({ kind, id }: { readonly kind: KindView; readonly id: string }) {
  const say = useText()
  const { zone } = useMember()
  const input = { zone: zone.code, kind: kind.name, record: id }
  const list = useQuery({
    queryKey: [listLinks.name, input],
    queryFn: ({ signal }) => call(listLinks, input, { signal }),
  })
  const remove = useAct(removeLink, { stale: [listLinks.name] })
  if (list.error !== null) return <Failure error={list.error} onRetry={() => list.refetch()} />
  if (list.data === undefined) return <Opening />
  const { links, mayChange } = list.data
  return (
    <>
      {links.length === 0 && (
        <p className="soft">
          {say({
            zh: '还没有关联。可以把相关、重复或前后承接的记录连起来。',
            en: 'No links yet: related records, duplicates, what follows what.',
          })}
        </p>
      )}
      <ul className="links">
        {links.map((link) => (
          <li key={link.id}>
            <span className="soft">{say(relationLabels[link.relation][link.forward ? 'from' : 'to'])}</span>{' '}
            <Other link={link} zone={zone.code} />
            {mayChange && link.forward && (
              <Button
                size="small"
                loading={remove.isPending}
                onClick={() => remove.mutate({ id: link.id, version: link.version })}
              >
                {say({ zh: '取消关联', en: 'Unlink' })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Refusal error={remove.error} />
      {mayChange && <AddLink kind={kind} id={id} />}
    </>
  )
}

function Other({ link: { other }, zone }: { readonly link: RecordLink; readonly zone: string }) {
  const say = useText()
  const unnamed = { zh: `未命名的${other.label.zh}`, en: `Unnamed: ${other.label.en}` }
  if (other.path === null) {
    return <span>{say({ zh: `${other.label.zh}（您不能查看）`, en: `${other.label.en} (you may not read it)` })}</span>
  }
  return (
    <Link to="/records/$kind" params={{ kind: other.path }} search={{ zone, record: other.id, view: 'all' }}>
      {say(other.label)}
      {say({ zh: '：', en: ': ' })}
      {other.title ?? say(unnamed)}
    </Link>
  )
}
