import { useText } from '../../../../web/text.tsx'
import { leaseStateLabels } from '../../contract/terms.ts'
import type { LeaseLine } from '../../contract.ts'
import './leases.css'

/** Where a lease stands, with the days that are left of it. */
export function LeaseMark({ lease }: { readonly lease: LeaseLine }) {
  const say = useText()
  const { state, daysLeft, renewed } = lease
  const words = say(leaseStateLabels[state])
  if (state !== 'running') return <span>{words}</span>
  const left = say({ zh: `剩 ${daysLeft} 天`, en: `${daysLeft} days left` })
  if (renewed) return <span>{`${words} · ${left} · ${say({ zh: '已续租', en: 'renewed' })}`}</span>
  return <span className={daysLeft <= 90 ? 'lease-soon' : undefined}>{`${words} · ${left}`}</span>
}
