import { useState } from 'react'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useText } from '../../../../web/text.tsx'
import { RuleInput } from './rule-input.tsx'
import { TrialTable } from './trial-table.tsx'
import { useTrial } from './use-trial.ts'

/** A rule tried on the projects of the zone and the examples while it is written; nothing is kept. */
export function RuleBench() {
  const say = useText()
  const [rule, setRule] = useState('landKind = "standard-land"')
  const { data, error } = useTrial(rule)
  return (
    <section className="card">
      <h2>{say({ zh: '边写边试', en: 'Write and try' })}</h2>
      <p className="soft small">
        {say({
          zh: '用本区在办项目和示例项目试一条规则，不保存。没填的要素算“不知道”，不算“否”。',
          en: 'Tries a rule on the running projects of the zone and on the examples; nothing is kept. A fact that is not given is unknown, not no.',
        })}
      </p>
      <RuleInput rule={rule} error={data?.error} onChange={setRule} />
      <Refusal error={error} />
      {data && data.error === null && <TrialTable trial={data} />}
    </section>
  )
}
