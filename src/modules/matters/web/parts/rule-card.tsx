import { useText } from '../../../../web/text.tsx'
import { labelOfMixed } from '../../contract/mixed-text.ts'
import type { MatterDetail } from './matter-page.tsx'

/** When the matter applies: as people wrote it, as the planner reads it, and the questions it depends on. */
export function RuleCard({ detail }: { readonly detail: MatterDetail }) {
  const say = useText()
  const { matter, facts } = detail
  return (
    <section className="card">
      <h2>{say({ zh: '什么时候要办', en: 'When it applies' })}</h2>
      {matter.appliesText !== undefined && <p>{say(labelOfMixed(matter.appliesText))}</p>}
      <dl className="facts-list">
        <dt>{say({ zh: '判定规则', en: 'Rule' })}</dt>
        <dd>
          <code>{matter.applies}</code>
        </dd>
        {facts.length > 0 && <dt>{say({ zh: '取决于', en: 'Depends on' })}</dt>}
        {facts.length > 0 && (
          <dd>
            <ul className="plain-list">
              {facts.map((fact) => (
                <li key={fact.code}>
                  {say({ zh: fact.question_zh, en: fact.question_en })} <code>{fact.code}</code>
                </li>
              ))}
            </ul>
          </dd>
        )}
      </dl>
    </section>
  )
}
