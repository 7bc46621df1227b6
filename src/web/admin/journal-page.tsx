import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type JournalEvent, listJournal } from '../../platform/journal/contract.ts'
import { call } from '../client.ts'
import { Failure } from '../kit/failure.tsx'
import { Opening } from '../kit/opening.tsx'
import { type Column, PlainTable } from '../kit/plain-table.tsx'
import { readableMoment } from '../kit/records/moments.ts'
import { useAddress } from '../kit/records/use-address.ts'
import { useWords } from '../kit/records/use-words.ts'
import { useMember } from '../kit/session/use-work.ts'
import type { Search } from '../search.ts'
import { Text, useText } from '../text.tsx'
import { JournalFilters } from './journal-filters.tsx'
import { JournalSeal, ReceiptLink } from './journal-seal.tsx'
import { JournalValues } from './journal-values.tsx'

const columns: readonly Column<JournalEvent>[] = [
  {
    label: { zh: '时间', en: 'Time' },
    cell: ({ at, happenedAt }) => (
      <>
        {readableMoment(at)}
        {happenedAt !== at && (
          <span className="soft small">
            {' '}
            <Text label={{ zh: '补记，发生于', en: 'recorded late, happened' }} /> {readableMoment(happenedAt)}
          </span>
        )}
      </>
    ),
  },
  { label: { zh: '何人', en: 'Who' }, cell: ({ actor }) => actor },
  { label: { zh: '何事', en: 'What' }, cell: (event) => <Act event={event} /> },
  {
    label: { zh: '对象', en: 'Of what' },
    cell: (event) => <Subject event={event} />,
  },
  { label: { zh: '变化', en: 'Change' }, cell: (event) => <JournalValues event={event} /> },
  { label: { zh: '封存', en: 'Seal' }, cell: (event) => <ReceiptLink event={event} /> },
]

function Act({ event }: { readonly event: JournalEvent }) {
  return <Text label={useWords().actionName(event.subjectKind, event.action)} />
}

/** The kind in words, with the end of the id: the whole of it, and the code of the kind, under the pointer. */
function Subject({ event: { subjectKind, subjectId } }: { readonly event: JournalEvent }) {
  return (
    <span title={`${subjectKind} ${subjectId}`}>
      <Text label={useWords().subjectName(subjectKind)} /> <code>…{subjectId.slice(-6)}</code>
    </span>
  )
}

/** Every change, who, when, before and after; the filters stand in the address. Nothing here can be changed. */
export function JournalPage() {
  const say = useText()
  const { zone } = useMember()
  const { search, replace } = useAddress()
  const asked = inputOf(search)
  const pages = useInfiniteQuery({
    queryKey: [listJournal.name, zone.code, asked],
    queryFn: ({ signal, pageParam }) =>
      call(listJournal, { zone: zone.code, limit: 50, ...asked, after: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })
  if (pages.error !== null) return <Failure error={pages.error} onRetry={() => pages.refetch()} />
  const rows = pages.data?.pages.flatMap((page) => page.rows)
  return (
    <>
      <JournalSeal />
      <JournalFilters search={search} onChange={replace} />
      {rows === undefined && <Opening />}
      {rows !== undefined && (
        <PlainTable caption={{ zh: '日志', en: 'Journal' }} columns={columns} rows={rows} keyOf={({ id }) => id}>
          {rows.length === 0 && (
            <p role="status" className="soft">
              {say({ zh: '这个范围内没有日志。', en: 'No events in this range.' })}
            </p>
          )}
          {pages.hasNextPage && (
            <p>
              <Button loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
                {say({ zh: '显示更早的', en: 'Show earlier ones' })}
              </Button>
            </p>
          )}
        </PlainTable>
      )}
    </>
  )
}

/** Days of the address as the moments that the journal is asked for, in the zones' one time. */
function inputOf({ kind, subject, action, from, to }: Search) {
  return {
    ...(kind && { subjectKind: kind }),
    ...(subject && { subjectId: subject }),
    ...(action && { action }),
    ...(from && { from: `${from}T00:00:00+08:00` }),
    ...(to && { to: `${to}T23:59:59.999+08:00` }),
  }
}
