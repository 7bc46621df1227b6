import { formatYuan } from '../../../../web/kit/format.ts'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useLanguage, useText } from '../../../../web/text.tsx'
import type { LandContract } from '../../contract/contracts.ts'

const states = {
  open: { zh: '○ 未到期', en: '○ not due' },
  late: { zh: '▲ 逾期', en: '▲ late' },
  paid: { zh: '✓ 已缴清', en: '✓ paid' },
} as const

/** What falls due and what has come, with interest on what is late. */
export function LedgerTable({ contract }: { readonly contract: LandContract }) {
  const say = useText()
  const language = useLanguage()
  const yuan = (amount: string) => <span className="number">{formatYuan(amount, language)}</span>
  return (
    <section className="card">
      <h2>{say({ zh: '价款', en: 'Price' })}</h2>
      <PlainTable
        caption={{ zh: '分期缴款', en: 'Instalments' }}
        rows={contract.instalments.map((one, i) => ({ ...one, key: `${i}` }))}
        keyOf={({ key }) => key}
        columns={[
          { label: { zh: '应缴日', en: 'Due' }, cell: ({ dueOn }) => <span className="number">{dueOn}</span> },
          { label: { zh: '应缴', en: 'Amount' }, cell: ({ amountYuan }) => yuan(amountYuan) },
          { label: { zh: '已缴', en: 'Paid' }, cell: ({ paidYuan }) => yuan(paidYuan) },
          {
            label: { zh: '状态', en: 'State' },
            cell: ({ state }) => <span className={state === 'late' ? 'supply-bad' : ''}>{say(states[state])}</span>,
          },
          {
            label: { zh: '滞纳金', en: 'Interest' },
            cell: ({ interestYuan, daysLate }) =>
              daysLate === 0 ? (
                '—'
              ) : (
                <>
                  {yuan(interestYuan)}
                  {say({ zh: `（${daysLate} 日）`, en: ` (${daysLate} days)` })}
                </>
              ),
          },
        ]}
      >
        <p className="soft small">
          {say({ zh: `逾期部分每日 ${contract.latePermille}‰`, en: `${contract.latePermille}‰ a day on what is late` })}
        </p>
      </PlainTable>
      <ul className="plain-list small">
        {contract.payments.map(({ paidOn, amountYuan, document, by }) => (
          <li key={`${paidOn}${document}`}>
            <span className="number">{paidOn}</span> {yuan(amountYuan)}{' '}
            {say({ zh: `${document}（${by}）`, en: `${document} (${by})` })}
          </li>
        ))}
      </ul>
    </section>
  )
}
