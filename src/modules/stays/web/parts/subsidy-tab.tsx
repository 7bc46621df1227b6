import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { readSubsidies } from '../../contract/subsidy.ts'
import { SubsidyForm } from './subsidy-form.tsx'

/** What the zone owes the operator beside the rents, month by month, and what was paid of it. */
export function SubsidyTab() {
  const say = useText()
  const { zone, may } = useMember()
  const [paying, setPaying] = useState(false)
  const { data, error, refetch } = useQuery({ ...queryOf(readSubsidies, { zone: zone.code }), staleTime: 0 })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  if (data.months.length === 0) {
    return (
      <p className="card" role="status">
        {say({
          zh: '还没有应付的补贴。有人住满一个自然月后，按待遇规则逐月列在这里。',
          en: 'Nothing is owed yet: month by month it stands here once a month of a tenancy is over.',
        })}
      </p>
    )
  }
  const owes = Number(data.balance) > 0
  const number = (text: string | number) => <span className="number">{text}</span>
  return (
    <>
      <p>
        {say({ zh: '应付运营公司余额（元）', en: 'Owed to the operator (CNY)' })}{' '}
        <strong>{number(data.balance)}</strong>
      </p>
      {may('stays.paySubsidy') && owes && !paying && (
        <p>
          <Button type="primary" onClick={() => setPaying(true)}>
            {say({ zh: '登记付款', en: 'Enter a payment' })}
          </Button>
        </p>
      )}
      {paying && <SubsidyForm key={data.balance} balance={data.balance} onDone={() => setPaying(false)} />}
      <PlainTable
        caption={{ zh: '逐月补贴', en: 'Subsidy by month' }}
        rows={data.months}
        keyOf={({ month }) => month}
        columns={[
          { label: { zh: '月份', en: 'Month' }, cell: ({ month }) => number(month) },
          { label: { zh: '户数', en: 'Tenancies' }, cell: ({ tenancies }) => number(tenancies) },
          { label: { zh: '应付（元）', en: 'Accrued (CNY)' }, cell: ({ accrued }) => number(accrued) },
          { label: { zh: '已付（元）', en: 'Paid (CNY)' }, cell: ({ paid }) => number(paid) },
          {
            label: { zh: '明细', en: 'In detail' },
            cell: ({ lines }) => (
              <details>
                <summary>{say({ zh: '按户', en: 'By flat' })}</summary>
                <ul className="plain-list">
                  {lines.map(({ flat, employer, from, to, amount }) => (
                    <li key={`${flat} ${from}`} className="number">
                      {flat} {employer} {from} {say({ zh: '至', en: 'to' })} {to} · ¥ {amount}
                    </li>
                  ))}
                </ul>
              </details>
            ),
          },
        ]}
      />
      {data.payments.length > 0 && (
        <PlainTable
          caption={{ zh: '付款', en: 'Payments' }}
          rows={data.payments}
          keyOf={({ id }) => id}
          columns={[
            { label: { zh: '付款日期', en: 'Paid on' }, cell: ({ on }) => number(on) },
            { label: { zh: '金额（元）', en: 'Amount (CNY)' }, cell: ({ amount }) => number(amount) },
            { label: { zh: '凭证', en: 'Document' }, cell: ({ document }) => document },
            { label: { zh: '登记人', en: 'Entered by' }, cell: ({ by }) => by },
          ]}
        />
      )}
    </>
  )
}
