import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { Label } from '../../../../kernel/label.ts'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { call } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { readableMoment } from '../../../../web/kit/records/moments.ts'
import { useWords } from '../../../../web/kit/records/use-words.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { listTimeline, type TimelineEvent } from '../../contract.ts'

interface TimelineProps {
  readonly project: string
  /** What an event of another module's subject is about: the matter of a case; undefined when there is nothing to say. */
  readonly aboutOf: (event: TimelineEvent) => Label | undefined
}

/** What happened on a project, the latest first. */
export function Timeline({ project, aboutOf }: TimelineProps) {
  const say = useText()
  const { zone } = useMember()
  const { actionName } = useWords()
  const input = { zone: zone.code, id: project }
  const pages = useInfiniteQuery({
    queryKey: [listTimeline.name, input],
    queryFn: ({ signal, pageParam }) =>
      call(listTimeline, { ...input, ...(pageParam !== null && { before: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  })
  if (pages.error !== null) return <Failure error={pages.error} onRetry={() => pages.refetch()} />
  const events = pages.data?.pages.flatMap((page) => page.events)
  if (events === undefined) return <Opening />
  if (events.length === 0) {
    return (
      <p className="card">
        {say({ zh: '项目上发生的每件事都会记在这里。', en: 'All that happens on the project is told here.' })}
      </p>
    )
  }
  const told = (event: TimelineEvent): Label => {
    const act = actionName(event.subjectKind, event.action)
    const about = aboutOf(event)
    return about === undefined ? act : { zh: `${act.zh}：${about.zh}`, en: `${act.en}: ${about.en}` }
  }
  return (
    <>
      <ol className="plain-list">
        {events.map((event) => (
          <li key={event.id}>
            <span className="number">{readableMoment(event.at)}</span> <strong>{say(told(event))}</strong>{' '}
            <span className="soft">{event.actor}</span>
            {legalDayOf(new Date(event.happenedAt)) !== legalDayOf(new Date(event.at)) && (
              <span className="mark">
                {say({
                  zh: `补记：发生于 ${legalDayOf(new Date(event.happenedAt))}`,
                  en: `happened on ${legalDayOf(new Date(event.happenedAt))}`,
                })}
              </span>
            )}
            {event.note !== null && <p className="small">{event.note}</p>}
          </li>
        ))}
      </ol>
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
          {say({ zh: '显示更早的', en: 'Show earlier' })}
        </Button>
      )}
    </>
  )
}
