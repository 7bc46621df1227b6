import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useText } from '../../../../web/text.tsx'
import type { Promised } from '../../contract/views.ts'
import { CheckCard } from './check-card.tsx'
import { IdleCard } from './idle-card.tsx'
import { PenaltyList } from './penalty-list.tsx'
import { usePromises } from './use-promises.ts'

/** What one contract promised, and how far it is kept. */
export function OfContract({ contract }: { readonly contract: string }) {
  const { data, error, refetch } = usePromises(contract)
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return data.promises.map((one) => <PromisedPart key={one.contract.id} promised={one} />)
}

function PromisedPart({ promised }: { readonly promised: Promised }) {
  const say = useText()
  return (
    <section>
      <h2>{say({ zh: '履约核查', en: 'Checks' })}</h2>
      {promised.checks.length === 0 && (
        <p className="card" role="status">
          {say({ zh: '核查正在列入，稍后刷新即可看到。', en: 'The checks are being listed: reload in a moment.' })}
        </p>
      )}
      {promised.checks.map((check) => (
        <CheckCard key={check.id} check={check} />
      ))}
      {promised.penalties.length > 0 && (
        <div className="card">
          <h2>{say({ zh: '违约金', en: 'Penalties' })}</h2>
          <PenaltyList penalties={promised.penalties} />
        </div>
      )}
      <IdleCard promised={promised} />
    </section>
  )
}
