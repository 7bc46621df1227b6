import { useText } from '../../../../web/text.tsx'
import type { Promised } from '../../contract/views.ts'
import { PenaltyList } from './penalty-list.tsx'

export function PenaltyTable({ promises }: { readonly promises: readonly Promised[] }) {
  const say = useText()
  if (promises.length === 0) {
    return (
      <p className="card" role="status">
        {say({
          zh: '没有违约金。核查认定违约或逾期后，金额和算式会出现在这里。',
          en: 'No penalties. Amount and arithmetic show here after a check finds a breach or a delay.',
        })}
      </p>
    )
  }
  return promises.map((one) => (
    <section className="card" key={one.contract.id}>
      <h2>
        {one.parcel.name} · {one.enterprise.name}
      </h2>
      <PenaltyList penalties={one.penalties} />
    </section>
  ))
}
