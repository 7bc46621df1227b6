import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import type { Lease } from '../../contract.ts'
import { BillTable } from './bill-table.tsx'
import { ChangeForm } from './change-form.tsx'
import { DepositForm } from './deposit-form.tsx'
import { ExitForm } from './exit-form.tsx'
import { LeaseFacts } from './lease-facts.tsx'
import { RenewForm } from './renew-form.tsx'
import { useLease } from './use-leases.ts'

export function LeasePage({ id }: { readonly id: string }) {
  const say = useText()
  const { zone, may } = useMember()
  useTitle({ zh: '租约', en: 'Lease' })
  const { data: lease, error, refetch } = useLease(id)
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (lease === undefined) return <Opening />
  return (
    <div className="page">
      {may('leases.oversee') && (
        <p>
          <Link to="/space" search={{ zone: zone.code }}>
            {say({ zh: '← 载体', en: '← Space' })}
          </Link>
        </p>
      )}
      <h1>
        {say({ zh: '租约', en: 'Lease' })} {lease.number}
      </h1>
      <LeaseFacts lease={lease} />
      <LeaseActs key={lease.version} lease={lease} />
      <h2>{say({ zh: '账单和票据', en: 'Bills and receipts' })}</h2>
      <BillTable bills={lease.bills} />
    </div>
  )
}

type Form = 'renew' | 'change' | 'exit' | 'pay' | 'return'

/** What may be decided now; one form at a time. */
function LeaseActs({ lease }: { readonly lease: Lease }) {
  const say = useText()
  const { may } = useMember()
  const [form, setForm] = useState<Form | null>(null)
  const close = () => setForm(null)
  const { renewal } = lease
  const buttons: { readonly form: Form; readonly zh: string; readonly en: string; readonly shown: boolean }[] = [
    { form: 'renew', zh: '续租', en: 'Renew', shown: may('leases.sign') && renewal !== null },
    { form: 'change', zh: '变更租金', en: 'Change the rent', shown: may('leases.sign') && lease.state !== 'ended' },
    {
      form: 'exit',
      zh: '提前退租',
      en: 'End early',
      shown: may('leases.sign') && lease.state !== 'ended' && lease.endedOn === null,
    },
    {
      form: 'pay',
      zh: '押金到账',
      en: 'Deposit has come',
      shown: may('leases.collect') && lease.depositPaidOn === null,
    },
    {
      ...{ form: 'return', zh: '退还押金', en: 'Give the deposit back' },
      shown:
        may('leases.collect') &&
        lease.state === 'ended' &&
        !lease.renewed &&
        lease.depositPaidOn !== null &&
        lease.depositReturnedOn === null,
    },
  ]
  if (form === 'renew' && renewal) return <RenewForm lease={lease} renewal={renewal} onCancel={close} />
  if (form === 'change') return <ChangeForm lease={lease} onDone={close} />
  if (form === 'exit') return <ExitForm lease={lease} onDone={close} />
  if (form === 'pay' || form === 'return') return <DepositForm lease={lease} back={form === 'return'} onDone={close} />
  return (
    <div className="form-actions">
      {buttons
        .filter(({ shown }) => shown)
        .map(({ form: key, zh, en }, i) => (
          <Button key={key} type={i === 0 ? 'primary' : 'default'} onClick={() => setForm(key)}>
            {say({ zh, en })}
          </Button>
        ))}
    </div>
  )
}
