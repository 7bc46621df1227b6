import { Link } from '@tanstack/react-router'
import { dayFromNumber, dayNumber } from '../../../../kernel/calendar.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { Tabs } from '../../../../web/kit/tabs.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import type { Check, Promised } from '../../contract/views.ts'
import { CheckCard } from './check-card.tsx'
import { IdleTable } from './idle-table.tsx'
import { PenaltyTable } from './penalty-table.tsx'
import { usePromises } from './use-promises.ts'

const title = { zh: '用地履约', en: 'Land promises' }

interface Open {
  readonly promised: Promised
  readonly check: Check
}

/** Checks that are due or wait for a decision, idle land, penalties. */
export function ChecksPage() {
  const say = useText()
  useTitle(title)
  const { search, go } = useAddress()
  const { data, error, refetch } = usePromises()
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const until = dayFromNumber(dayNumber(data.today) + data.noticeDays)
  const all = data.promises.flatMap((promised) => promised.checks.map((check): Open => ({ promised, check })))
  const byDay = (a: Open, b: Open) => (a.check.dueOn < b.check.dueOn ? -1 : 1)
  const due = all.filter(({ check }) => check.state === 'due' && check.dueOn <= until).toSorted(byDay)
  const waiting = all.filter(({ check }) => check.state === 'recorded' || check.state === 'objected').toSorted(byDay)
  const idle = data.promises.filter((one) => one.idle.state !== 'quiet' || one.idle.causes.length > 0)
  const fined = data.promises.filter(({ penalties }) => penalties.length > 0)
  const tabs = [
    { key: 'due', label: say({ zh: `待核查 ${due.length}`, en: `Due ${due.length}` }) },
    { key: 'decide', label: say({ zh: `待认定 ${waiting.length}`, en: `To decide ${waiting.length}` }) },
    { key: 'idle', label: say({ zh: `闲置与预警 ${idle.length}`, en: `Idle ${idle.length}` }) },
    { key: 'penalties', label: say({ zh: `违约金 ${fined.length}`, en: `Penalties ${fined.length}` }) },
  ]
  const chosen = tabs.find(({ key }) => key === search.shown)?.key ?? 'due'
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      <Tabs label={say(title)} {...{ tabs, chosen }} onChoose={(key) => go({ shown: key === 'due' ? undefined : key })}>
        {chosen === 'due' && <Cards list={due} />}
        {chosen === 'decide' && <Cards list={waiting} />}
        {chosen === 'idle' && <IdleTable promises={idle} />}
        {chosen === 'penalties' && <PenaltyTable promises={fined} />}
      </Tabs>
    </div>
  )
}

function Cards({ list }: { readonly list: readonly Open[] }) {
  const say = useText()
  const { zone, may } = useMember()
  if (list.length === 0) {
    return (
      <p className="card" role="status">
        {say({
          zh: '现在没有。合同签订后，开工、竣工、投产、达产核查会在到期前三十日出现在这里。',
          en: 'Nothing now. Checks of a signed contract show here thirty days before they fall due.',
        })}
      </p>
    )
  }
  return list.map(({ promised, check }) => (
    <CheckCard key={check.id} check={check}>
      {promised.parcel.name} · {promised.enterprise.name} ·{' '}
      {may('supply.read') ? (
        <Link to="/land-contracts/$id" params={{ id: promised.contract.id }} search={{ zone: zone.code }}>
          {promised.contract.number}
        </Link>
      ) : (
        promised.contract.number
      )}
    </CheckCard>
  ))
}
