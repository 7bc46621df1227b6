import { useText } from '../../../../web/text.tsx'
import type { Limit } from '../../../matters/contract/catalogue.ts'
import { limitLabel } from '../../../matters/contract/labels.ts'
import { ConfidenceMark } from '../../../matters/web/panels.tsx'
import { BillLine } from './bill-card.tsx'
import type { WhyProps } from './why-drawer.tsx'

/** Limits by law, by promise and the floor, which of them this plan uses; then the fees that fall due here. */
export function WhyLimits({ code, matter, plan, names, onOpen }: WhyProps) {
  const say = useText()
  const entry = names.matters.get(code)
  if (!entry) return null
  const { statutory, committed, floor } = entry.handling
  const { promised } = plan.switches
  const timed = matter.start !== undefined && !matter.prior
  const fees = plan.fees.lines.filter((line) => line.matter === code)
  return (
    <section>
      <h3>{say({ zh: '时限', en: 'Limits' })}</h3>
      <ul className="rows">
        <LimitRow
          name={{ zh: '法定', en: 'by law' }}
          limit={statutory}
          mark={entry.handlingSource?.statutory}
          used={timed && !promised}
        />
        <LimitRow
          name={{ zh: '承诺', en: 'promised' }}
          limit={committed}
          mark={entry.handlingSource?.committed}
          used={timed && promised}
        />
        {floor && (
          <LimitRow
            name={{ zh: '不得短于', en: 'never less than' }}
            limit={floor}
            mark={entry.floorBasis?.confidence}
            used={false}
          />
        )}
      </ul>
      {fees.length > 0 && <h3>{say({ zh: '费用', en: 'Fees' })}</h3>}
      <ul className="bill">
        {fees.map((line) => (
          <li key={line.code}>
            <BillLine line={line} names={names} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface RowProps {
  readonly name: { readonly zh: string; readonly en: string }
  readonly limit: Limit
  readonly mark: string | undefined
  readonly used: boolean
}

function LimitRow({ name, limit, mark, used }: RowProps) {
  const say = useText()
  return (
    <li>
      {say(name)} <b>{say(limitLabel(limit))}</b> {mark !== undefined && <ConfidenceMark mark={mark} />}
      {used && <span className="small soft"> {say({ zh: '本方案采用', en: 'used in this plan' })}</span>}
    </li>
  )
}
