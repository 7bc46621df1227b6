import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { formatYuan } from '../../../../web/kit/format.ts'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { type BondView, scheduleBond } from '../../contract.ts'
import { RepayForm } from './repay-form.tsx'
import { bondWarnings, stale } from './use-bonds.ts'

/** One bond: sums, warnings, works that it pays for, what is repaid. */
export function BondCard({ bond }: { readonly bond: BondView }) {
  const say = useText()
  const language = useLanguage()
  const { zone, may } = useMember()
  const yuan = (amount: string) => formatYuan(amount, language)
  const schedule = useAct(scheduleBond, { stale })
  const { coverage } = bond
  return (
    <article className="card">
      <h2>
        {bond.name} {bond.sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
      </h2>
      <p className="number">
        {say({
          zh: `${bond.code}，${bond.issuedOn} 发行 ${yuan(bond.amount)}，年利率 ${bond.ratePercent}%，${bond.maturesOn} 到期。`,
          en: `${bond.code}: ${yuan(bond.amount)} issued on ${bond.issuedOn} at ${bond.ratePercent}%, matures on ${bond.maturesOn}.`,
        })}
      </p>
      <p className="number">
        {say({
          zh: `已安排 ${yuan(bond.allotted)}，已使用 ${yuan(bond.used)}，未使用 ${yuan(bond.idle)}；已还本 ${yuan(bond.principalPaid)}、付息 ${yuan(bond.interestPaid)}；收益覆盖本息 ${coverage === null ? '未知（没有登记收益）' : `${coverage} 倍`}。`,
          en: `${yuan(bond.allotted)} allotted, ${yuan(bond.used)} used, ${yuan(bond.idle)} unused; ${yuan(bond.principalPaid)} and interest of ${yuan(bond.interestPaid)} repaid; its income covers the debt ${coverage === null ? 'to an unknown degree (no income entered)' : `${coverage} times`}.`,
        })}
      </p>
      <ul className="plain-list">
        {bondWarnings(bond, yuan(bond.idle)).map((text) => (
          <li key={text.en}>{say(text)}</li>
        ))}
      </ul>
      {bond.works.length > 0 && (
        <PlainTable
          caption={{ zh: `${bond.name}用于的工程`, en: `Works of ${bond.name}` }}
          rows={bond.works}
          keyOf={({ id }) => id}
          columns={[
            {
              label: { zh: '工程', en: 'Work' },
              cell: ({ id, name }) => (
                <Link to="/works/$id" params={{ id }} search={{ zone: zone.code }}>
                  {name}
                </Link>
              ),
            },
            {
              label: { zh: '额度', en: 'Allotted' },
              cell: ({ allotted }) => <span className="number">{yuan(allotted)}</span>,
            },
            { label: { zh: '已用', en: 'Used' }, cell: ({ used }) => <span className="number">{yuan(used)}</span> },
          ]}
        />
      )}
      {bond.repayments.length > 0 ? (
        <Repayments bond={bond} />
      ) : (
        may('bonds.write') && (
          <div className="form-actions">
            <Button
              loading={schedule.isPending}
              onClick={() => schedule.mutate({ id: bond.id, version: bond.version })}
            >
              {say({ zh: '编制还本付息计划', en: 'Draw up the schedule' })}
            </Button>
          </div>
        )
      )}
      <Refusal error={schedule.error} />
    </article>
  )
}

const stateLabels = {
  paid: { zh: '✓ 已还', en: '✓ paid' },
  late: { zh: '▲ 逾期', en: '▲ late' },
  soon: { zh: '◆ 将到期', en: '◆ soon' },
  planned: { zh: '○ 未到期', en: '○ planned' },
} as const

function Repayments({ bond }: { readonly bond: BondView }) {
  const say = useText()
  const language = useLanguage()
  const { may } = useMember()
  const [paying, setPaying] = useState(false)
  const next = bond.repayments.find(({ state }) => state !== 'paid')
  const yuan = (amount: string) => <span className="number">{formatYuan(amount, language)}</span>
  return (
    <>
      <details>
        <summary>
          {say({ zh: `还本付息 ${bond.repayments.length} 期`, en: `${bond.repayments.length} instalments` })}
        </summary>
        <PlainTable
          caption={{ zh: `${bond.name}还本付息`, en: `Instalments of ${bond.name}` }}
          rows={bond.repayments}
          keyOf={({ id }) => id}
          columns={[
            { label: { zh: '到期', en: 'Due' }, cell: ({ dueOn }) => <span className="number">{dueOn}</span> },
            { label: { zh: '本金', en: 'Principal' }, cell: ({ principal }) => yuan(principal) },
            { label: { zh: '利息', en: 'Interest' }, cell: ({ interest }) => yuan(interest) },
            { label: { zh: '还付日期', en: 'Paid on' }, cell: ({ paidOn }) => paidOn ?? '—' },
            { label: { zh: '状态', en: 'State' }, cell: ({ state }) => say(stateLabels[state]) },
          ]}
        />
      </details>
      {next !== undefined && may('bonds.repay') && !paying && (
        <div className="form-actions">
          <Button onClick={() => setPaying(true)}>
            {say({ zh: `登记 ${next.dueOn} 这一期`, en: `Enter the instalment of ${next.dueOn}` })}
          </Button>
        </div>
      )}
      {next !== undefined && paying && <RepayForm bond={bond} instalment={next} onDone={() => setPaying(false)} />}
    </>
  )
}
