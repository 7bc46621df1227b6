import { Button } from 'antd'
import { useState } from 'react'
import { type Column, PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { billKindLabels, billStateLabels } from '../../contract/terms.ts'
import type { LeaseBill } from '../../contract.ts'
import { BillForm } from './bill-form.tsx'

/** Bills of a lease, the newest first, with what may be done about those that are due. */
export function BillTable({ bills }: { readonly bills: readonly LeaseBill[] }) {
  const say = useText()
  const { may } = useMember()
  const [act, setAct] = useState<{ readonly bill: LeaseBill; readonly verb: 'pay' | 'waive' } | null>(null)
  const shown = bills.filter(({ state }) => state !== 'void')
  if (shown.length === 0) {
    return (
      <p role="status">
        {say({
          zh: '还没有账单；起租后每月 1 日自动出账。',
          en: 'No bills yet: they are drawn on the first of each month of the lease.',
        })}
      </p>
    )
  }
  const columns: Column<LeaseBill>[] = [
    {
      label: { zh: '账期', en: 'Days' },
      cell: ({ from, to }) => (
        <span className="number">
          {from} {say({ zh: '至', en: 'to' })} {to}
        </span>
      ),
    },
    { label: { zh: '项目', en: 'For' }, cell: ({ kind }) => say(billKindLabels[kind]) },
    {
      label: { zh: '金额（元）', en: 'Amount (CNY)' },
      cell: ({ amount }) => <span className="number">{amount}</span>,
    },
    { label: { zh: '应缴日', en: 'Due on' }, cell: ({ dueOn }) => <span className="number">{dueOn}</span> },
    { label: { zh: '状态', en: 'State' }, cell: (bill) => <BillState bill={bill} /> },
    {
      label: { zh: '票据', en: 'Receipt' },
      cell: ({ receipt, document }) =>
        receipt === null ? '—' : say({ zh: `${receipt}（${document}）`, en: `${receipt} (${document})` }),
    },
    {
      label: { zh: '办理', en: 'Act' },
      cell: (bill) =>
        bill.state === 'due' && (
          <>
            {may('leases.collect') && (
              <Button size="small" onClick={() => setAct({ bill, verb: 'pay' })}>
                {say({ zh: '登记收款', en: 'Enter payment' })}
              </Button>
            )}
            {may('leases.waive') && (
              <Button size="small" onClick={() => setAct({ bill, verb: 'waive' })}>
                {say({ zh: '减免', en: 'Waive' })}
              </Button>
            )}
          </>
        ),
    },
  ]
  return (
    <>
      {act && <BillForm key={`${act.bill.id}${act.verb}`} {...act} onDone={() => setAct(null)} />}
      <PlainTable
        caption={{ zh: '账单', en: 'Bills' }}
        rows={shown}
        keyOf={({ id }) => id}
        columns={columns.filter(({ label }) => label.en !== 'Act' || may('leases.collect') || may('leases.waive'))}
      />
    </>
  )
}

function BillState({ bill }: { readonly bill: LeaseBill }) {
  const say = useText()
  if (bill.state !== 'due' || bill.daysLate === 0) {
    const day = bill.state === 'paid' ? ` ${bill.paidOn}` : ''
    return (
      <>
        {say(billStateLabels[bill.state])}
        {day}
        {bill.state === 'waived' && `：${bill.reason}`}
      </>
    )
  }
  return (
    <span className="lease-late">
      {say({ zh: `▲ 过期 ${bill.daysLate} 天`, en: `▲ ${bill.daysLate} days late` })}
      {bill.lateFee !== null && say({ zh: `，违约金 ${bill.lateFee} 元`, en: `, late fee ${bill.lateFee} yuan` })}
    </span>
  )
}
