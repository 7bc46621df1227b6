import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { formatYuan } from '../../../../web/kit/format.ts'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { ledgerLabels } from '../../contract/investment.ts'
import { getProgress, type ProjectProgress } from '../../contract.ts'
import './progress.css'

/** How far the project should be and is, month by month, and its three ledgers side by side. */
export function ProgressSummary({ project }: { readonly project: string }) {
  const say = useText()
  const { zone } = useMember()
  const { data, error, refetch } = useQuery({ ...queryOf(getProgress, { zone: zone.code, project }), staleTime: 0 })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return (
    <section className="card progress-summary">
      <dl className="progress-ledgers">
        {data.investmentYuan !== null && (
          <Amount label={say({ zh: '总投资', en: 'Total investment' })} amount={data.investmentYuan} note={null} />
        )}
        {data.ledgers.map(({ ledger, total, lastMonth }) => (
          <Amount
            key={ledger}
            label={say(ledgerLabels[ledger])}
            amount={lastMonth === null ? null : total}
            note={lastMonth}
          />
        ))}
      </dl>
      <p className="soft small">
        {say({
          zh: '三本台账口径不同，分别列示，不相加。',
          en: 'The three ledgers count different things: they stand side by side and are never added.',
        })}
      </p>
      <Months reports={data.reports} />
    </section>
  )
}

interface AmountProps {
  readonly label: string
  /** Null: nothing was entered. */
  readonly amount: string | null
  readonly note: string | null
}

function Amount({ label, amount, note }: AmountProps) {
  const say = useText()
  const language = useLanguage()
  return (
    <div>
      <dt>{label}</dt>
      <dd className="number">
        {amount === null ? say({ zh: '未记账', en: 'no entry' }) : formatYuan(amount, language)}
        {note !== null && <span className="soft small">{say({ zh: `截至 ${note}`, en: `until ${note}` })}</span>}
      </dd>
    </div>
  )
}

const shown = 12

function Months({ reports }: Pick<ProjectProgress, 'reports'>) {
  const say = useText()
  if (reports.length === 0) {
    return (
      <p>
        {say({
          zh: '还没有月度进展。每月填一次累计计划和累计完成，预警灯和调度会表就有依据。',
          en: 'No monthly report yet. One a month gives lights and the dispatch sheet something to stand on.',
        })}
      </p>
    )
  }
  return (
    <ol className="progress-months">
      {reports.slice(-shown).map(({ id, month, planned, actual, done }) => (
        <li key={id} title={done}>
          <span className="number">{month}</span>
          <span className="progress-bar" aria-hidden="true">
            <i style={{ inlineSize: `${actual}%` }} />
            {planned !== null && <b style={{ insetInlineStart: `${planned}%` }} />}
          </span>
          <span className="number">
            {say({ zh: `完成 ${actual}%`, en: `${actual}% done` })}
            {planned !== null && say({ zh: `，计划 ${planned}%`, en: `, ${planned}% planned` })}
          </span>
        </li>
      ))}
    </ol>
  )
}
