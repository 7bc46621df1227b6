import { formatYuan } from '../../../../web/kit/format.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { workKinds, workStates } from '../../contract/words.ts'
import type { WorkView } from '../../contract/work-view.ts'
import './works.css'

/** State, days and the three sums of a work, side by side. */
export function WorkFacts({ work }: { readonly work: WorkView }) {
  const say = useText()
  const language = useLanguage()
  const { estimate, asset } = work
  const unknown = say({ zh: '未登记', en: 'not entered' })
  const yuan = (amount: string | null | undefined) => (amount ? formatYuan(amount, language) : unknown)
  const last = work.reports.at(-1)
  const facts: readonly (readonly [string, string])[] = [
    [say({ zh: '类别', en: 'Kind' }), say(workKinds[work.kind])],
    [say({ zh: '状态', en: 'State' }), say(workStates[work.state])],
    [say({ zh: '计划工期', en: 'Planned' }), `${work.plannedStart ?? unknown} – ${work.plannedEnd ?? unknown}`],
    ...(work.startedOn === null ? [] : [[say({ zh: '开工', en: 'Started' }), work.startedOn] as const]),
    ...(work.completedOn === null ? [] : [[say({ zh: '竣工', en: 'Completed' }), work.completedOn] as const]),
    ...(work.operatingOn === null ? [] : [[say({ zh: '投运', en: 'In operation' }), work.operatingOn] as const]),
    [say({ zh: '概算', en: 'Estimate' }), yuan(estimate?.current)],
    [say({ zh: '合同（含变更）', en: 'Contracted' }), yuan(work.contracted)],
    [say({ zh: '已支付', en: 'Paid' }), yuan(work.paid)],
    ...(last === undefined
      ? []
      : [[say({ zh: `形象进度（${last.month}）`, en: `Done so far (${last.month})` }), `${last.actual}%`] as const]),
    ...(work.openDefects === 0
      ? []
      : [[say({ zh: '未销号缺陷', en: 'Open defects' }), `${work.openDefects}`] as const]),
    ...(asset === null ? [] : [[say({ zh: '已转资产', en: 'Asset' }), `${asset.name} ${yuan(asset.value)}`] as const]),
  ]
  return (
    <dl className="card work-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt className="soft small">{label}</dt>
          <dd className="number">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
