import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Condition, Outcome } from '../../../../kernel/verdict.ts'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { useText } from '../../../../web/text.tsx'
import { labelOfMixed } from '../../../matters/contract/mixed-text.ts'
import { Citations } from '../../../matters/web/panels.tsx'
import { explainMatter } from '../../contract.ts'
import { factLabel, valueLabel } from './fact-label.ts'
import type { GuideState } from './use-guide.ts'

const outcomeTexts: Record<Outcome, { readonly sign: string; readonly zh: string; readonly en: string }> = {
  met: { sign: '✓', zh: '符合', en: 'met' },
  not_met: { sign: '✗', zh: '不符合', en: 'not met' },
  unknown: { sign: '?', zh: '还不知道', en: 'not known' },
}

interface MatterReasonProps {
  readonly code: string
  readonly state: GuideState
}

/** Why one matter applies: the rule in words, each condition with the answer that was read, and the articles. */
export function MatterReason({ code, state }: MatterReasonProps) {
  const say = useText()
  const { facts, scenario } = state.request
  const { data, error, refetch } = useQuery(queryOf(explainMatter, { facts, matter: code, scenario }))
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <p role="status">{say({ zh: '正在查……', en: 'Looking it up…' })}</p>
  const { verdict, ruleText, limitBasis, assumedStandardLand } = data
  return (
    <div className="reason small">
      {ruleText !== null && <p>{say(labelOfMixed(ruleText))}</p>}
      <ul className="plain-list">
        {verdict.conditions.map((condition) => (
          <ConditionLine key={condition.text} condition={condition} state={state} />
        ))}
      </ul>
      {assumedStandardLand && <p>{say({ zh: '这里按标准地假设判断。', en: 'Judged here as if on standard land.' })}</p>}
      <Citations citations={verdict.citations} />
      {limitBasis.length > 0 && (
        <>
          <p>{say({ zh: '最短时限的依据：', en: 'Law for the minimum time:' })}</p>
          <Citations citations={limitBasis} />
        </>
      )}
      <Link to="/matters/$code" params={{ code }}>
        {say({ zh: '事项全文', en: 'The whole matter' })}
      </Link>
    </div>
  )
}

function ConditionLine({ condition, state }: { readonly condition: Condition; readonly state: GuideState }) {
  const say = useText()
  const { sign, ...word } = outcomeTexts[condition.outcome]
  return (
    <li>
      <strong>
        <span aria-hidden="true">{sign} </span>
        {say(word)}
      </strong>{' '}
      {condition.facts.length === 0
        ? say({ zh: '所有项目都要办', en: 'every project needs it' })
        : condition.facts.map(({ code, value }) => (
            <span key={code} className="reason-fact">
              {say(factLabel(code, state.declarations))}
              {say({ zh: '：', en: ': ' })}
              {say(valueLabel(code, value, state.declarations))}
            </span>
          ))}{' '}
      {condition.facts.length > 0 && <code>{condition.text}</code>}
    </li>
  )
}
