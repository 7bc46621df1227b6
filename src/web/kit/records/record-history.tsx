import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { KindView } from '../../../kernel/kind-view.ts'
import type { HistoryEvent } from '../../../kernel/record-endpoints.ts'
import { call } from '../../client.ts'
import { useText } from '../../text.tsx'
import { Failure } from '../failure.tsx'
import { Opening } from '../opening.tsx'
import { useMember } from '../session/use-work.ts'
import { CompareStates } from './compare/compare-states.tsx'
import { doorsOf } from './doors.ts'
import { useValueText } from './field-value.tsx'
import { readableMoment } from './moments.ts'
import { useWords } from './use-words.ts'

/** Who did what to the record and when, the latest first, from the journal. */
export function RecordHistory({ kind, id }: { readonly kind: KindView; readonly id: string }) {
  const say = useText()
  const { zone } = useMember()
  const { actionName } = useWords()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const door = doorsOf(kind).history
  const pages = useInfiniteQuery({
    queryKey: [door.name, { zone: zone.code, id }],
    queryFn: ({ signal, pageParam }) => call(door, { zone: zone.code, id, after: pageParam ?? undefined }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  if (pages.error !== null) return <Failure error={pages.error} onRetry={() => pages.refetch()} />
  if (pages.data === undefined) return <Opening />
  const ids = pages.data.pages.flatMap((page) => page.rows.map((event) => event.id))
  // The latest stands first: of two chosen the one further down is the earlier.
  const [later, earlier] = ids.filter((one) => chosen.includes(one))
  const toggle = (one: string) =>
    setChosen((now) => (now.includes(one) ? now.filter((other) => other !== one) : [...now.slice(-1), one]))
  return (
    <>
      {ids.length > 1 && (
        <p className="soft small">
          {say({ zh: '勾选两条，比较当时的内容。', en: 'Tick two to compare the record as it was then.' })}
        </p>
      )}
      {earlier !== undefined && later !== undefined && <CompareStates kind={kind} id={id} from={earlier} to={later} />}
      <ol className="history">
        {pages.data.pages
          .flatMap((page) => page.rows)
          .map((event) => (
            <li key={event.id}>
              <p>
                <input
                  type="checkbox"
                  className="history-choice"
                  aria-label={say({
                    zh: `比较：${readableMoment(event.at)} ${event.actor}`,
                    en: `Compare: ${readableMoment(event.at)} ${event.actor}`,
                  })}
                  checked={chosen.includes(event.id)}
                  onChange={() => toggle(event.id)}
                />{' '}
                <strong>{say(actionName(kind.name, event.action))}</strong> · {event.actor} ·{' '}
                <time dateTime={event.at}>{readableMoment(event.at)}</time>
              </p>
              <Changes kind={kind} event={event} />
              {event.note !== null && <p>{event.note}</p>}
            </li>
          ))}
      </ol>
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
          {say({ zh: '显示更早的', en: 'Show earlier ones' })}
        </Button>
      )}
    </>
  )
}

function Changes({ kind, event }: { readonly kind: KindView; readonly event: HistoryEvent }) {
  const say = useText()
  const text = useValueText()
  const changed = kind.fields.filter(({ name }) => event.after !== null && name in event.after)
  if (changed.length === 0) return null
  return (
    <ul>
      {changed.map((field) => (
        <li key={field.name}>
          {say(field.label)}
          {say({ zh: '：', en: ': ' })}
          {event.before !== null && field.name in event.before && (
            <>
              <del>{text(field, event.before[field.name], short(event.before[field.name]))}</del> →{' '}
            </>
          )}
          <ins>{text(field, event.after?.[field.name], short(event.after?.[field.name]))}</ins>
        </li>
      ))}
    </ul>
  )
}

/** The journal holds the id of what a ref pointed at, not its name of then. */
function short(value: unknown): string | null {
  return typeof value === 'string' ? `…${value.slice(-6)}` : null
}
