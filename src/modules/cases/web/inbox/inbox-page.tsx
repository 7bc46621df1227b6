import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlacedInInbox } from '../../../../web/kit/placed.tsx'
import { placedAt } from '../../../../web/kit/places.ts'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { Tabs } from '../../../../web/kit/tabs.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { getInbox } from '../../contract.ts'
import { BulkPanel } from '../bulk/bulk-panel.tsx'
import { CaseDrawer } from '../case/case-drawer.tsx'
import { CaseTable } from '../parts/case-table.tsx'
import { together } from '../parts/together.ts'
import { useLiveCases } from '../parts/use-live-cases.ts'
import { InboxEmpty } from './inbox-empty.tsx'

const title = { zh: '待办', en: 'Inbox' }
const atMost = 200

/** What waits for me, ordered by consequence as the server gives it; and what I have done. */
export function InboxPage() {
  const say = useText()
  useTitle(title)
  useLiveCases()
  const { may } = useMember()
  const { search, go, replace } = useAddress()
  const placed = placedAt('inbox', may)
  const added = placed.find(({ key }) => key === search.view)
  const view = search.view === 'done' ? 'done' : 'waiting'
  const inbox = useInbox(view)
  const { data, error } = inbox
  const goOnFrom = useNextAfter(inbox)
  const open = search.case
  const cases = together(data?.cases ?? [])
  const [chosen, setChosen] = useState<ReadonlySet<string> | undefined>(undefined)
  const many = may('cases.bulk') && view === 'waiting' && cases.length > 0
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      <Tabs
        label={say(title)}
        tabs={[
          { key: 'waiting', label: <Count zh="待办" en="Waiting" count={data?.waiting} overdue={data?.overdue} /> },
          { key: 'done', label: say({ zh: '已办', en: 'Done' }) },
          ...placed.map(({ key, label }) => ({ key, label: say(label) })),
        ]}
        chosen={added?.key ?? view}
        onChoose={(key) => replace({ view: key === 'waiting' ? undefined : key, case: undefined })}
      >
        {added && <PlacedInInbox only={added.key} />}
        {!added && error !== null && <Failure error={error} onRetry={() => inbox.refetch()} />}
        {!added && data === undefined && error === null && <Opening />}
        {!added && data?.truncated && <Truncated />}
        {!added && many && chosen === undefined && (
          <p>
            <Button onClick={() => setChosen(new Set())}>{say({ zh: '批量办理', en: 'Many at once' })}</Button>
          </p>
        )}
        {!added && many && chosen !== undefined && (
          <BulkPanel chosen={cases.filter(({ id }) => chosen.has(id))} onClose={() => setChosen(undefined)} />
        )}
        {!added && data !== undefined && cases.length === 0 && <InboxEmpty view={view} />}
        {!added && cases.length > 0 && (
          <CaseTable
            cases={cases}
            caption={title}
            open={open}
            onOpen={(id) => go({ case: id })}
            chosen={many ? chosen : undefined}
            onChoose={(id) => setChosen((before) => toggled(before, id))}
          />
        )}
      </Tabs>
      {open !== undefined && (
        <CaseDrawer
          id={open}
          among={cases}
          onGo={(id) => replace({ case: id })}
          onClose={() => replace({ case: undefined })}
          onDone={({ id }) => view === 'waiting' && goOnFrom(id)}
        />
      )}
    </div>
  )
}

function toggled(chosen: ReadonlySet<string> | undefined, id: string): ReadonlySet<string> {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  return next
}

/** Asked again when somebody comes back to the page: a badge that is old is wrong. */
function useInbox(view: 'waiting' | 'done') {
  const { zone } = useMember()
  return useQuery({
    ...queryOf(getInbox, { zone: zone.code, view, limit: atMost }),
    staleTime: 0,
    refetchOnWindowFocus: true,
  })
}

/** After a decision: when its row has gone, the drawer closes and the row after it has the focus; a case that still waits stays open. */
function useNextAfter({ data, dataUpdatedAt }: ReturnType<typeof useInbox>) {
  const { replace } = useAddress()
  const decided = useRef<{ id: string; next: string | undefined } | null>(null)
  useEffect(() => {
    if (decided.current === null || dataUpdatedAt === 0) return
    const { id, next } = decided.current
    decided.current = null
    if (data?.cases.some((line) => line.id === id)) return
    replace({ case: undefined })
    // The drawer gives the focus back to where it was opened, which has gone: the next row takes it afterwards.
    setTimeout(() => document.querySelector<HTMLElement>(`[data-case="${next}"]`)?.focus())
  }, [data, dataUpdatedAt, replace])
  return (id: string) => {
    const cases = together(data?.cases ?? [])
    const at = cases.findIndex((line) => line.id === id)
    decided.current = { id, next: (cases[at + 1] ?? cases[at - 1])?.id }
  }
}

interface CountProps {
  readonly zh: string
  readonly en: string
  readonly count: number | undefined
  readonly overdue: number | undefined
}

function Count({ zh, en, count, overdue = 0 }: CountProps) {
  const say = useText()
  const late = overdue > 0 ? { zh: `，超期 ${overdue}`, en: `, ${overdue} overdue` } : { zh: '', en: '' }
  if (count === undefined) return say({ zh, en })
  return say({ zh: `${zh} ${count}${late.zh}`, en: `${en} ${count}${late.en}` })
}

function Truncated() {
  const say = useText()
  return (
    <p className="notice notice-warning">
      {say({
        zh: '办件太多，这里只看了最早接件的 1000 件。',
        en: 'There are too many open cases: only the 1000 received first were looked through.',
      })}
    </p>
  )
}
