import { useQuery } from '@tanstack/react-query'
import { getCheckpoint, type JournalEvent } from '../../platform/journal/contract.ts'
import { call } from '../client.ts'
import { useMember } from '../kit/session/use-work.ts'
import { Text, useText } from '../text.tsx'

/** How far the journal is sealed: what an auditor writes down and compares later. Nothing while that is asked. */
export function JournalSeal() {
  const say = useText()
  const { zone } = useMember()
  const { data } = useQuery({
    queryKey: [getCheckpoint.name, zone.code],
    queryFn: ({ signal }) => call(getCheckpoint, { zone: zone.code }, { signal }),
  })
  if (!data) return null
  if (data.checkpoint === null) {
    return <p className="soft">{say({ zh: '日志尚未封存。', en: 'The journal is not sealed yet.' })}</p>
  }
  const { size, root, statement } = data.checkpoint
  return (
    <details className="journal-seal">
      <summary>
        {say({
          zh: `已封存 ${size} 条，根 ${root.slice(0, 16)}…`,
          en: `${size} events sealed, root ${root.slice(0, 16)}…`,
        })}
      </summary>
      <p className="soft small">
        {say({
          zh: '抄下或另存这份检查点：以后任何改动、删除、插入都会与它不符。',
          en: 'Write this checkpoint down or keep it elsewhere: whatever is changed, removed or slipped in later will not fit it.',
        })}
      </p>
      <pre>{statement}</pre>
    </details>
  )
}

/** The proof of one event, to be verified without the system. */
export function ReceiptLink({ event }: { readonly event: JournalEvent }) {
  const { zone } = useMember()
  return (
    <a href={`/api/zones/${zone.code}/journal/${event.id}/receipt`} download={`receipt-${event.id}.json`}>
      <Text label={{ zh: '凭证', en: 'Receipt' }} />
    </a>
  )
}
