import { Link } from '@tanstack/react-router'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { planLabels } from '../../contract/spatial-plan.ts'
import { planStandingLabels } from '../../contract/words.ts'
import type { Layout } from '../../contract.ts'

export function PlanTable({ plans }: Pick<Layout, 'plans'>) {
  const say = useText()
  const { zone } = useMember()
  return (
    <section>
      <h2>
        {say({ zh: '空间规划', en: 'Spatial plans' })} <span className="number">{plans.length}</span>
      </h2>
      <PlainTable
        caption={{ zh: '空间规划', en: 'Spatial plans' }}
        rows={plans}
        keyOf={({ id }) => id}
        columns={[
          {
            label: { zh: '规划', en: 'Plan' },
            cell: ({ id, name }) => (
              <Link to="/layout" search={{ zone: zone.code, part: 'plans', record: id }}>
                {name}
              </Link>
            ),
          },
          { label: { zh: '类型', en: 'Type' }, cell: ({ level }) => say(planLabels[level]) },
          { label: { zh: '批准', en: 'Approved by' }, cell: ({ approvedBy, document }) => `${approvedBy} ${document}` },
          {
            label: { zh: '批准日期', en: 'On' },
            cell: ({ approvedOn }) => <span className="number">{approvedOn}</span>,
          },
          {
            label: { zh: '规划期末', en: 'Until' },
            cell: ({ validUntil }) => (
              <span className="number">{validUntil ?? say({ zh: '未登记', en: 'not entered' })}</span>
            ),
          },
          { label: { zh: '状态', en: 'State' }, cell: ({ standing }) => say(planStandingLabels[standing]) },
        ]}
      />
    </section>
  )
}
