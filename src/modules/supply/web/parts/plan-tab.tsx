import { Link } from '@tanstack/react-router'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { RecordList } from '../../../../web/kit/records/record-list.tsx'
import { useKindNamed } from '../../../../web/kit/records/use-kinds.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { planLine } from '../../contract/plan-line.ts'
import { Mu } from './mu.tsx'
import { useSupplyPlan } from './use-supply.ts'

const quarterLabels = {
  q1: { zh: '一季度', en: 'Q1' },
  q2: { zh: '二季度', en: 'Q2' },
  q3: { zh: '三季度', en: 'Q3' },
  q4: { zh: '四季度', en: 'Q4' },
} as const

/** The year's plan beside what was supplied of it. */
export function PlanTab() {
  const say = useText()
  const { zone } = useMember()
  const kind = useKindNamed(planLine.name)
  const { data, error, refetch } = useSupplyPlan()
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const supplied = data.lines.filter((line) => line.supplied !== null)
  return (
    <>
      <PlainTable
        caption={{ zh: `${data.year} 年计划与已供`, en: `Planned and supplied in ${data.year}` }}
        rows={data.quarters}
        keyOf={({ quarter }) => quarter}
        columns={[
          { label: { zh: '季度', en: 'Quarter' }, cell: ({ quarter }) => say(quarterLabels[quarter]) },
          { label: { zh: '计划', en: 'Planned' }, cell: ({ plannedSqm }) => <Mu sqm={plannedSqm} /> },
          { label: { zh: '已供', en: 'Supplied' }, cell: ({ suppliedSqm }) => <Mu sqm={suppliedSqm} /> },
        ]}
      >
        <p>
          {say({ zh: `${data.year} 年合计：计划 `, en: `All of ${data.year}: planned ` })}
          <Mu sqm={data.plannedSqm} />
          {say({ zh: '，已供 ', en: ', supplied ' })}
          <Mu sqm={data.suppliedSqm} />
        </p>
      </PlainTable>
      {supplied.length > 0 && (
        <ul>
          {supplied.map(({ id, parcel, supplied: contract }) => (
            <li key={id}>
              <Link to="/land-contracts/$id" params={{ id: contract?.contract ?? '' }} search={{ zone: zone.code }}>
                {parcel.name}
              </Link>{' '}
              <span className="number">{contract?.signedOn}</span>
            </li>
          ))}
        </ul>
      )}
      {kind !== undefined && (
        <RecordList kind={kind} columns={['title', 'year', 'quarter', 'parcelId', 'areaSqm', 'purpose']} />
      )}
    </>
  )
}
