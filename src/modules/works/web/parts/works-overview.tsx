import { Link } from '@tanstack/react-router'
import { Failure } from '../../../../web/kit/failure.tsx'
import { formatYuan } from '../../../../web/kit/format.ts'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { workKinds, workStates } from '../../contract/words.ts'
import type { WorkView } from '../../contract/work-view.ts'
import { useWorks } from './use-works.ts'

/** Every work: what it may cost, costs and has cost, how far it is, what it warns of. */
export function WorksOverview() {
  const say = useText()
  const { data, error, refetch } = useWorks()
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  if (data.works.length > 0) return <WorkTable works={data.works} />
  return (
    <p className="card" role="status">
      {say({
        zh: '还没有登记工程。在“基础设施工程”里新建，再登记概算、资金、合同；支付、进度和提醒会显示在这里。',
        en: 'No works yet. Enter one in the next tab, then its estimate, money and contracts: payments, progress and warnings show here.',
      })}
    </p>
  )
}

export function WorkTable({ works }: { readonly works: readonly WorkView[] }) {
  const say = useText()
  const language = useLanguage()
  const { zone } = useMember()
  const yuan = (amount: string | undefined) => (
    <span className="number">
      {amount === undefined ? say({ zh: '未登记', en: 'not entered' }) : formatYuan(amount, language)}
    </span>
  )
  return (
    <PlainTable
      caption={{ zh: '基础设施工程', en: 'Infrastructure works' }}
      rows={works}
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
        { label: { zh: '类别', en: 'Kind' }, cell: ({ kind }) => say(workKinds[kind]) },
        { label: { zh: '状态', en: 'State' }, cell: ({ state }) => say(workStates[state]) },
        { label: { zh: '概算', en: 'Estimate' }, cell: ({ estimate }) => yuan(estimate?.current) },
        { label: { zh: '合同（含变更）', en: 'Contracted' }, cell: ({ contracted }) => yuan(contracted) },
        { label: { zh: '已支付', en: 'Paid' }, cell: ({ paid }) => yuan(paid) },
        { label: { zh: '形象进度', en: 'Done so far' }, cell: ({ reports }) => <Progress report={reports.at(-1)} /> },
        { label: { zh: '提醒', en: 'Warnings' }, cell: ({ warnings }) => <Warned warnings={warnings} /> },
      ]}
    />
  )
}

function Progress({ report }: { readonly report: WorkView['reports'][number] | undefined }) {
  const say = useText()
  if (report === undefined) return say({ zh: '无月报', en: 'no report' })
  return (
    <span className="number">
      {say({ zh: `${report.actual}%（${report.month}）`, en: `${report.actual}% (${report.month})` })}
    </span>
  )
}

function Warned({ warnings }: Pick<WorkView, 'warnings'>) {
  const say = useText()
  const red = warnings.filter((warning) => warning.red).length
  if (warnings.length === 0) return '—'
  return say({
    zh: red > 0 ? `▲ ${red} 项须办，共 ${warnings.length} 项` : `◆ ${warnings.length} 项`,
    en: red > 0 ? `▲ ${red} to act on, ${warnings.length} in all` : `◆ ${warnings.length}`,
  })
}
