import { Button } from 'antd'
import { useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { formatYuan } from '../../../../web/kit/format.ts'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import type { WorkView } from '../../contract/work-view.ts'
import { PayForm } from './pay-form.tsx'

type Payable = WorkView['payables'][number]

/** What contracts have earned: owed by which day, paid; what is owed comes first. */
export function PayableTable({ work }: { readonly work: WorkView }) {
  const say = useText()
  const language = useLanguage()
  const { may } = useMember()
  const [paying, setPaying] = useState<string | null>(null)
  const today = legalDayOf(new Date())
  const owed = (payable: Payable) => Number(payable.owed) > 0
  const rows = work.payables.toSorted((a, b) => Number(owed(b)) - Number(owed(a)))
  const chosen = rows.find(({ id }) => id === paying)
  const dueOf = ({ dueOn, ...payable }: Payable) => {
    if (!owed({ dueOn, ...payable })) return say({ zh: '✓ 已付清', en: '✓ paid' })
    if (dueOn === null) return say({ zh: '没有约定', en: 'none agreed' })
    return dueOn < today ? say({ zh: `▲ ${dueOn}，已逾期`, en: `▲ ${dueOn}, late` }) : `○ ${dueOn}`
  }
  return (
    <section>
      <h2>{say({ zh: '应付款与支付', en: 'Payables and payments' })}</h2>
      {chosen !== undefined && <PayForm key={chosen.id} work={work} payable={chosen} onDone={() => setPaying(null)} />}
      <PlainTable
        caption={{ zh: '应付款与支付', en: 'Payables and payments' }}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          { label: { zh: '款项', en: 'Payable' }, cell: ({ title }) => title },
          {
            label: { zh: '应付', en: 'Amount' },
            cell: ({ amount }) => <span className="number">{formatYuan(amount, language)}</span>,
          },
          {
            label: { zh: '还欠', en: 'Owed' },
            cell: (payable) => <span className="number">{formatYuan(payable.owed, language)}</span>,
          },
          {
            label: { zh: '交付', en: 'Delivered' },
            cell: ({ deliveredOn }) => <span className="number">{deliveredOn}</span>,
          },
          { label: { zh: '付款期限', en: 'To be paid by' }, cell: dueOf },
          {
            label: { zh: '形象进度', en: 'Progress' },
            cell: ({ percent }) => (percent === null ? '—' : <span className="number">{percent}%</span>),
          },
          {
            label: { zh: '操作', en: 'Act' },
            cell: (payable) =>
              owed(payable) && may('works.spend') ? (
                <Button size="small" onClick={() => setPaying(payable.id)}>
                  {say({ zh: '登记支付', en: 'Pay' })}
                  <span className="visually-hidden">：{payable.title}</span>
                </Button>
              ) : (
                '—'
              ),
          },
        ]}
      />
    </section>
  )
}
