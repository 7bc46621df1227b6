import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { Tabs } from '../../../../web/kit/tabs.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { type Commitment, listCommitments } from '../../contract.ts'
import { CommitmentLine } from './commitment-line.tsx'
import { SamplesCard } from './samples-card.tsx'
import './commitments.css'

const title = { zh: '承诺事后核查', en: 'Commitments checked afterwards' }

const views = {
  due: { zh: '有期限待办', en: 'With a limit' },
  breached: { zh: '违约与撤销建议', en: 'Breaches and proposals' },
  all: { zh: '全部', en: 'All' },
} as const
type View = keyof typeof views
const viewNames = Object.keys(views) as View[]

/** What is to be checked, by its day; breaches with what they propose; samples. */
export function CommitmentsPage() {
  const say = useText()
  useTitle(title)
  const { zone } = useMember()
  const { search, go } = useAddress()
  const { data, error, refetch } = useQuery({
    ...queryOf(listCommitments, { zone: zone.code, limit: 200 }),
    staleTime: 0,
  })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const view = viewNames.find((name) => name === search.view) ?? 'due'
  const shown = data.commitments.filter((one) => isIn(view, one)).sort(byDay)
  return (
    <div className="page commitments">
      <h1>{say(title)}</h1>
      <SamplesCard />
      <Tabs
        label={say(title)}
        tabs={viewNames.map((key) => ({
          key,
          label: `${say(views[key])} ${data.commitments.filter((one) => isIn(key, one)).length}`,
        }))}
        chosen={view}
        onChoose={(key) => go({ view: key === 'due' ? undefined : key })}
      >
        {shown.length === 0 && (
          <p className="card empty-state">
            {say({
              zh: '这里还没有。企业签署、安排核查或抽查抽中的承诺会按期限先后列在这里。',
              en: 'Nothing here yet. Signed commitments with a day for their check will stand here, the earliest first.',
            })}
          </p>
        )}
        <ul className="plain-list">
          {shown.map((commitment) => (
            <li key={commitment.id}>
              <CommitmentLine commitment={commitment} />
            </li>
          ))}
        </ul>
      </Tabs>
    </div>
  )
}

function isIn(view: View, { state, dueOn }: Commitment): boolean {
  if (view === 'all') return true
  return view === 'breached' ? state === 'breached' : dueOn !== null
}

function byDay(a: Commitment, b: Commitment): number {
  const [one, other] = [a.dueOn ?? '9999', b.dueOn ?? '9999']
  return one < other ? -1 : one > other ? 1 : 0
}
