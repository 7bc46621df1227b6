import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { getTimeline, type TimelineEntry } from '../../../../platform/journal/contract.ts'
import { call } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { readableMoment } from '../../../../web/kit/records/moments.ts'
import { useWords } from '../../../../web/kit/records/use-words.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { Enterprise } from '../../contract/enterprise.ts'

/** Everything that the zone did with the enterprise, the latest first, as far as the reader may read each. */
export function Timeline({ enterprise }: { readonly enterprise: string }) {
  const say = useText()
  const { zone } = useMember()
  const input = { zone: zone.code, kind: Enterprise.name, id: enterprise }
  const pages = useInfiniteQuery({
    queryKey: [getTimeline.name, input],
    queryFn: ({ signal, pageParam }) =>
      call(getTimeline, { ...input, ...(pageParam !== null && { before: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  })
  if (pages.error !== null) return <Failure error={pages.error} onRetry={() => pages.refetch()} />
  const entries = pages.data?.pages.flatMap((page) => page.entries)
  if (entries === undefined) return <Opening />
  return (
    <section className="card">
      <ol className="plain-list">
        {entries.map((entry) => (
          <li key={entry.id}>
            <Line entry={entry} />
          </li>
        ))}
      </ol>
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
          {say({ zh: '显示更早的', en: 'Show earlier' })}
        </Button>
      )}
    </section>
  )
}

function Line({ entry }: { readonly entry: TimelineEntry }) {
  const say = useText()
  const { subjectName, actionName } = useWords()
  const happened = legalDayOf(new Date(entry.happenedAt))
  return (
    <>
      <span className="number">{readableMoment(entry.at)}</span>{' '}
      <span className="mark">{say(subjectName(entry.subjectKind))}</span>{' '}
      <strong>{say(actionName(entry.subjectKind, entry.action))}</strong> {entry.subjectName}{' '}
      <span className="soft">{entry.actor}</span>
      {happened !== legalDayOf(new Date(entry.at)) && (
        <span className="mark">{say({ zh: `补记：发生于 ${happened}`, en: `happened on ${happened}` })}</span>
      )}
    </>
  )
}
