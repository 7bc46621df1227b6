import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Label } from '../../../../kernel/label.ts'
import type { Outcome } from '../../../../kernel/verdict.ts'
import { queryOf } from '../../../../web/client.ts'
import { useText } from '../../../../web/text.tsx'
import { labelOfMixed } from '../../../matters/contract/mixed-text.ts'
import { Citations, ConfidenceLegend } from '../../../matters/web/panels.tsx'
import type { Why } from '../../contract/answers.ts'
import { explainMatter } from '../../contract.ts'
import type { PlanNames } from '../../domain/lists/names.ts'
import { writeAddress } from '../address.ts'
import { topicOf } from './topic-of.ts'
import type { WhyProps } from './why-drawer.tsx'

const verdicts: Record<Outcome, Label> = {
  met: { zh: '✓ 需要办', en: '✓ It applies' },
  not_met: { zh: '✗ 不需要办', en: '✗ It does not apply' },
  unknown: { zh: '？ 还不能判断', en: '? Cannot be decided yet' },
}
const conditions: Record<Outcome, Label> = {
  met: { zh: '✓ 符合', en: '✓ met' },
  not_met: { zh: '✗ 不符合', en: '✗ not met' },
  unknown: { zh: '？ 不清楚', en: '? unknown' },
}

/** The verdict with every condition and the value that was read, then the articles with how sure they are. */
export function WhyVerdict({ code, state, names }: WhyProps) {
  const say = useText()
  const { facts, scenario } = state.request
  const { data } = useQuery(queryOf(explainMatter, { facts, matter: code, scenario }))
  if (data?.code !== code) return null
  const { verdict } = data
  return (
    <section>
      <h3>{say({ zh: '为什么', en: 'Why' })}</h3>
      <p>
        <strong>{say(verdicts[verdict.outcome])}</strong>
        {data.ruleText !== null && `${say({ zh: '：', en: ': ' })}${say(labelOfMixed(data.ruleText))}`}
      </p>
      {data.assumedStandardLand && (
        <p className="notice notice-warning">
          {say({ zh: '按标准地的假定判断。', en: 'Read under the assumption of standard land.' })}
        </p>
      )}
      <Conditions why={data} names={names} />
      {verdict.missing.length > 0 && (
        <p>
          <Link to="/guide" search={{ ...writeAddress(state.address), ...topicOf(verdict.missing[0]) }}>
            {say({ zh: '回到指南补充回答', en: 'Answer in the guide' })}
          </Link>
        </p>
      )}
      <h3>{say({ zh: '法律依据', en: 'Law' })}</h3>
      <Citations citations={[...verdict.citations, ...data.limitBasis]} />
      <details>
        <summary>{say({ zh: '可信度标记是什么意思', en: 'What the marks mean' })}</summary>
        <ConfidenceLegend />
      </details>
    </section>
  )
}

function Conditions({ why, names }: { readonly why: Why; readonly names: PlanNames }) {
  const say = useText()
  const read = why.verdict.conditions.filter((condition) => condition.facts.length > 0)
  if (read.length === 0) {
    return (
      <p className="soft">
        {say({ zh: '所有项目都要办，没有附加条件。', en: 'Every project needs it: no condition.' })}
      </p>
    )
  }
  return (
    <ul className="rows">
      {read.map((condition) => (
        <li key={condition.text}>
          <span className="mark">{say(conditions[condition.outcome])}</span>{' '}
          {condition.facts.map((fact) => (
            <span key={fact.code} className="why-fact">
              {say(names.fact(fact.code))} <b>{say(names.value(fact.code, fact.value))}</b>
            </span>
          ))}
          <code className="small soft">{condition.text}</code>
        </li>
      ))}
    </ul>
  )
}
