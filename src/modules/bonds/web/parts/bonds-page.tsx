import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { TabbedRecords } from '../../../../web/kit/records/tabbed-records.tsx'
import { useText } from '../../../../web/text.tsx'
import { bond } from '../../contract/bond.ts'
import { BondCard } from './bond-card.tsx'
import { useBonds } from './use-bonds.ts'

const lists = {
  entries: { kind: bond, columns: ['name', 'code', 'issuedOn', 'amountYuan', 'termYears', 'ratePercent'] },
}

/** Special bonds: what they are for, what is used, what is owed. */
export function BondsPage() {
  return <TabbedRecords title={{ zh: '专项债', en: 'Bonds' }} lists={lists} overview={<Overview />} />
}

function Overview() {
  const say = useText()
  const { data, error, refetch } = useBonds()
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  if (data.bonds.length === 0) {
    return (
      <p className="card" role="status">
        {say({
          zh: '还没有登记专项债。在“专项债”里录入债券，再到工程页安排额度；使用、归还和闲置会显示在这里。',
          en: 'No bonds yet. Enter one in the next tab and allot it on the page of a work: use, repayment and idle money show here.',
        })}
      </p>
    )
  }
  const { idleDays, coverageMin, source } = data.rules
  return (
    <>
      {data.bonds.map((one) => (
        <BondCard key={one.id} bond={one} />
      ))}
      <p className="soft small">
        {say({
          zh: `提醒规则：发行满 ${idleDays} 天未用完为闲置，收益低于本息 ${coverageMin} 倍为不足（${source}）。金额与其他口径的债券数字可能重叠，不相加。`,
          en: `Money is idle ${idleDays} days after the issue; an income below ${coverageMin} times the debt is low (${source}). The amounts may overlap with other figures of bonds and are never added to them.`,
        })}
      </p>
    </>
  )
}
