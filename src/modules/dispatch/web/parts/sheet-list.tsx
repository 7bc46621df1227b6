import { Link } from '@tanstack/react-router'
import { formatYuan } from '../../../../web/kit/format.ts'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { LightMark } from '../../../lights/web/panels.tsx'
import { stageLabels } from '../../../projects/contract/stage.ts'
import type { SheetRow } from '../../contract.ts'

/** All projects of the sheet on one list. */
export function SheetList({ rows }: { readonly rows: readonly SheetRow[] }) {
  const say = useText()
  const language = useLanguage()
  const { zone } = useMember()
  const amount = (yuan: string | null) => (yuan === null ? '—' : formatYuan(yuan, language))
  const percent = (value: number | null) => (value === null ? '—' : `${value}%`)
  const lines = (texts: readonly string[]) => texts.map((text) => <div key={text}>{text}</div>)
  return (
    <PlainTable
      caption={{ zh: '项目调度会表', en: 'Dispatch sheet' }}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          label: { zh: '项目', en: 'Project' },
          cell: ({ id, name }) => (
            <Link to="/projects/$id" params={{ id }} search={{ zone: zone.code, view: 'progress' }}>
              {name}
            </Link>
          ),
        },
        { label: { zh: '阶段', en: 'Stage' }, cell: ({ stage }) => say(stageLabels[stage]) },
        { label: { zh: '灯', en: 'Light' }, cell: ({ worst }) => <LightMark colour={worst} /> },
        {
          label: { zh: '完成／计划', en: 'Done / planned' },
          cell: ({ actual, planned }) => (
            <span className="number">
              {percent(actual)} / {percent(planned)}
            </span>
          ),
        },
        {
          label: { zh: '当月计划／支付／入统', en: 'Month: planned / paid / statistics' },
          cell: ({ plannedYuan, paidYuan, statisticsYuan }) => (
            <span className="number">
              {amount(plannedYuan)} / {amount(paidYuan)} / {amount(statisticsYuan)}
            </span>
          ),
        },
        { label: { zh: '本月完成', en: 'Done this month' }, cell: ({ done }) => done ?? '—' },
        {
          label: { zh: '堵点（责任人）', en: 'Bottlenecks (owner)' },
          cell: ({ bottlenecks }) =>
            lines(bottlenecks.map(({ title, owner, late }) => `${late > 0 ? '▲ ' : ''}${title}（${owner}）`)),
        },
        {
          label: { zh: '比上次', en: 'Since last time' },
          cell: ({ changes }) => lines(changes.map((change) => say(change))),
        },
      ]}
    />
  )
}
