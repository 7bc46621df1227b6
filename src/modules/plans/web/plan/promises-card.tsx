import { useText } from '../../../../web/text.tsx'
import { labelOfMixed } from '../../../matters/contract/mixed-text.ts'
import { mattersByCode } from '../../domain/lists/holds.ts'
import { lapseText, signerLabels } from '../../domain/lists/promises.ts'
import { Fold } from './fold.tsx'
import type { OpeningProps } from './parts.ts'

/** Owed papers with their due days, and the commitments to sign. */
export function PromisesCard(props: OpeningProps) {
  const { plan } = props
  if (plan.owed.length + plan.commitments.length === 0) return null
  return (
    <div className="plan-pair">
      {plan.owed.length > 0 && <Owed {...props} />}
      {plan.commitments.length > 0 && <Commitments {...props} />}
    </div>
  )
}

function Owed({ plan, names, onOpen }: OpeningProps) {
  const say = useText()
  return (
    <Fold id="owed" title={say({ zh: `容缺材料 ${plan.owed.length}`, en: `Owed papers: ${plan.owed.length}` })}>
      <ul className="rows">
        {plan.owed.map((owed) => (
          <li key={`${owed.matter}/${owed.ref}/${owed.producer}`}>
            <strong>{say(names.ref(owed.ref, owed.producer))}</strong>{' '}
            <span className={owed.lapses ? 'mark late' : 'mark'}>{say(lapseText(owed))}</span>
            <p className="small">
              {say({ zh: '最迟 ', en: 'due ' })}
              <b className="number">{owed.dueDate ?? `+${owed.due}`}</b>
              {say({ zh: ' 补交给 ', en: ' for ' })}
              <button type="button" className="link" onClick={() => onOpen(owed.matter)}>
                {say(names.matter(owed.matter))}
              </button>
              {say({ zh: '，由 ', en: ', from ' })}
              <button type="button" className="link" onClick={() => onOpen(owed.producer)}>
                {say(names.matter(owed.producer))}
              </button>
              {say({ zh: ' 产生', en: '' })}
            </p>
          </li>
        ))}
      </ul>
    </Fold>
  )
}

function Commitments({ plan, names, onOpen }: OpeningProps) {
  const say = useText()
  const byCode = mattersByCode(plan)
  return (
    <Fold
      id="commitments"
      title={say({ zh: `告知承诺 ${plan.commitments.length}`, en: `Commitments to sign: ${plan.commitments.length}` })}
    >
      <ul className="rows">
        {plan.commitments.map((commitment) => {
          const filed = byCode.get(commitment.matter)?.filedDate ?? null
          return (
            <li key={`${commitment.matter}/${commitment.ref}`}>
              <strong>{say(names.ref(commitment.ref))}</strong>{' '}
              <span className="mark">
                {say({
                  zh: `${signerLabels[commitment.signer].zh}签`,
                  en: `signed by the ${signerLabels[commitment.signer].en}`,
                })}
              </span>
              <blockquote className="small">{say(commitment.text)}</blockquote>
              <p className="small soft">
                <button type="button" className="link" onClick={() => onOpen(commitment.matter)}>
                  {say(names.matter(commitment.matter))}
                </button>
                {filed !== null && say({ zh: `，${filed} 申报`, en: `, filed ${filed}` })}
                {say({ zh: '；核查：', en: '; check: ' })}
                {say(labelOfMixed(commitment.check))}
              </p>
            </li>
          )
        })}
      </ul>
    </Fold>
  )
}
