import { useText } from '../../../../web/text.tsx'
import { ConfidenceMark } from '../../../matters/web/panels.tsx'
import type { FeeLine } from '../../contract/plan.ts'
import { feeKindLabels, totalText, waiverText } from '../../domain/lists/fees.ts'
import type { PlanNames } from '../../domain/lists/names.ts'
import { yuanText } from '../../domain/lists/table.ts'
import { Fold } from './fold.tsx'
import type { OpeningProps } from './parts.ts'

/** The one bill: every line with its basis, waiver and confidence; the total says when it is a lower bound. */
export function BillCard({ plan, names, onOpen }: OpeningProps) {
  const say = useText()
  return (
    <Fold id="bill" title={say({ zh: '费用一张单', en: 'One bill' })}>
      {plan.fees.lines.length === 0 && <p>{say({ zh: '没有需要缴纳的费用。', en: 'Nothing falls due.' })}</p>}
      <ul className="bill">
        {plan.fees.lines.map((line) => (
          <li key={line.code}>
            <BillLine line={line} names={names} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      <p className="bill-total">
        <strong>{say(totalText(plan))}</strong>
      </p>
    </Fold>
  )
}

interface LineProps {
  readonly line: FeeLine
  readonly names: PlanNames
  readonly onOpen: (code: string) => void
}

export function BillLine({ line, names, onOpen }: LineProps) {
  const say = useText()
  const waiver = say(waiverText(line, names))
  return (
    <>
      <div>
        <strong>{say(line.name)}</strong> <span className="mark">{say(feeKindLabels[line.kind])}</span>{' '}
        <ConfidenceMark mark={line.confidence} />
        <p className="small soft">
          {line.basis} ·{' '}
          <button type="button" className="link" onClick={() => onOpen(line.matter)}>
            {say(names.matter(line.matter))}
          </button>
          {waiver !== '' && ` · ${waiver}`}
        </p>
      </div>
      <p className="bill-amount number">
        {line.payable === null ? (
          <span>
            {say({ zh: '还算不出：缺 ', en: 'cannot be computed yet: ' })}
            {line.missing.map((fact) => say(names.fact(fact))).join(say({ zh: '；', en: '; ' }))}
          </span>
        ) : (
          <>
            <b>{yuanText(line.payable)}</b> {say({ zh: '元', en: 'CNY' })}
            {line.waived === true && line.amount !== null && <s className="soft small"> {yuanText(line.amount)}</s>}
          </>
        )}
      </p>
    </>
  )
}
