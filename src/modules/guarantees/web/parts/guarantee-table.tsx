import { Link } from '@tanstack/react-router'
import { formatNumber } from '../../../../web/kit/format.ts'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { elementLabels } from '../../contract/need.ts'
import type { Guarantee } from '../../contract.ts'
import { StateMark } from './state-mark.tsx'

/** Needs as a table: need, promise, delivery, gap. */
export function GuaranteeTable({ guarantees }: { readonly guarantees: readonly Guarantee[] }) {
  const say = useText()
  const language = useLanguage()
  const { zone } = useMember()
  const number = (value: number) => <span className="number">{formatNumber(value, language)}</span>
  return (
    <PlainTable
      caption={{ zh: '要素保障', en: 'Elements' }}
      rows={guarantees}
      keyOf={({ id }) => id}
      columns={[
        {
          label: { zh: '项目', en: 'Project' },
          cell: ({ project }) => (
            <Link to="/projects/$id" params={{ id: project.id }} search={{ zone: zone.code, view: 'guarantees' }}>
              {project.name}
            </Link>
          ),
        },
        {
          label: { zh: '要素', en: 'Element' },
          cell: ({ element, title }) => `${say(elementLabels[element])} ${title}`,
        },
        { label: { zh: '需求', en: 'Needed' }, cell: ({ needed }) => number(needed) },
        { label: { zh: '承诺', en: 'Promised' }, cell: ({ promised }) => number(promised) },
        { label: { zh: '到位', en: 'Delivered' }, cell: ({ delivered }) => number(delivered) },
        { label: { zh: '未承诺', en: 'Not promised' }, cell: ({ gap }) => number(gap) },
        { label: { zh: '未到位', en: 'Outstanding' }, cell: ({ outstanding }) => number(outstanding) },
        { label: { zh: '单位', en: 'Unit' }, cell: ({ unit }) => unit },
        {
          label: { zh: '何时要', en: 'Needed on' },
          cell: ({ neededOn }) => <span className="number">{neededOn}</span>,
        },
        { label: { zh: '状态', en: 'State' }, cell: ({ state }) => <StateMark state={state} /> },
      ]}
    />
  )
}
