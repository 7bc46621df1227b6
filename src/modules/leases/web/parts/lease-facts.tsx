import { Link } from '@tanstack/react-router'
import type { Label } from '../../../../kernel/label.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { Lease } from '../../contract.ts'
import { LeaseMark } from './lease-mark.tsx'

/** Who rents what, until when, for how much. */
export function LeaseFacts({ lease }: { readonly lease: Lease }) {
  const say = useText()
  const { enterprise, units, areaSqm, startsOn, endsOn, endedOn, steps, freePeriods, propertyRate } = lease
  return (
    <div className="card">
      <p>
        <strong>{enterprise.name}</strong> · {units.map(({ code }) => code).join('、')} ·{' '}
        <span className="number">{areaSqm} m²</span> · <LeaseMark lease={lease} />
      </p>
      <ul className="plain-list">
        <li>
          {say({ zh: `租期 ${startsOn} 至 ${endsOn}`, en: `Term ${startsOn} to ${endsOn}` })}
          {endedOn !== null && say({ zh: `，已于 ${endedOn} 退租`, en: `, ended on ${endedOn}` })}
          {say({ zh: `，提前 ${lease.noticeDays} 天通知`, en: `, notice ${lease.noticeDays} days` })}
        </li>
        {steps.map(({ from, rate }) => (
          <li key={from}>
            {say({ zh: `${from} 起租金 ${rate} 元/平方米·月`, en: `From ${from} rent ${rate} yuan per m² and month` })}
          </li>
        ))}
        {freePeriods.map(({ from, to }) => (
          <li key={from}>{say({ zh: `免租期 ${from} 至 ${to}`, en: `Free of rent ${from} to ${to}` })}</li>
        ))}
        <li>
          {say({
            zh: `物业费 ${propertyRate} 元/平方米·月，每月 ${lease.dueDay} 日前缴`,
            en: `Property fee ${propertyRate} yuan per m² and month, due on day ${lease.dueDay}`,
          })}
        </li>
        <li>
          {say({ zh: `押金 ${lease.deposit} 元：`, en: `Deposit ${lease.deposit} yuan: ` })}
          <Deposit lease={lease} />
        </li>
        <Following label={{ zh: '续自租约', en: 'Goes on from lease' }} lease={lease.before} />
        <Following label={{ zh: '由租约续租', en: 'Goes on in lease' }} lease={lease.after} />
      </ul>
    </div>
  )
}

function Following({ label, lease }: { readonly label: Label; readonly lease: Lease['after'] }) {
  const say = useText()
  const { zone } = useMember()
  if (lease === null) return null
  return (
    <li>
      {say(label)}{' '}
      <Link to="/leases/$id" params={{ id: lease.id }} search={{ zone: zone.code }}>
        {lease.number}
      </Link>
    </li>
  )
}

function Deposit({ lease }: { readonly lease: Lease }) {
  const say = useText()
  const { depositPaidOn, depositReturnedOn, depositReturned, depositDeducted, depositReason } = lease
  if (depositPaidOn === null) return say({ zh: '未到账', en: 'not come yet' })
  if (depositReturnedOn === null) {
    return lease.renewed
      ? say({ zh: '已转入续租', en: 'went over to the renewal' })
      : say({ zh: `${depositPaidOn} 到账，在管`, en: `came on ${depositPaidOn}, held` })
  }
  return say({
    zh: `${depositReturnedOn} 退 ${depositReturned} 元，扣 ${depositDeducted} 元${depositReason === null ? '' : `（${depositReason}）`}`,
    en: `${depositReturned} given back on ${depositReturnedOn}, ${depositDeducted} kept${depositReason === null ? '' : ` (${depositReason})`}`,
  })
}
