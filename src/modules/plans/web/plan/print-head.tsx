import { useText } from '../../../../web/text.tsx'
import { labelOfMixed } from '../../../matters/contract/mixed-text.ts'
import { scenarioLabels } from '../../contract/scenario.ts'
import { cautionsOf, type PlanContext } from '../../domain/lists/notes.ts'
import { keyFacts } from './key-facts.ts'
import type { PartProps } from './parts.ts'

/** What a printed plan must say of itself: project, zone, scenario, start, catalogue, day, cautions. */
export function PrintHead({ plan, names, context }: PartProps & { readonly context: PlanContext }) {
  const say = useText()
  const scenario = plan.scenario ? say(scenarioLabels[plan.scenario]) : say({ zh: '自选组合', en: 'own switches' })
  const zone = context.zone ? say(context.zone) : say({ zh: '未选开发区', en: 'no zone chosen' })
  return (
    <header className="print-head">
      <h1>
        {say({ zh: '项目方案', en: 'Plan of the project' })} · {zone} · {scenario}
      </h1>
      <p>
        {say({ zh: `${plan.start} 开始`, en: `starts ${plan.start}` })}
        {keyFacts(context.facts, names).map((fact) => ` · ${say(fact)}`)}
      </p>
      {cautionsOf(plan, names).map((caution) => (
        <p key={caution.en}>※ {say(caution)}</p>
      ))}
    </header>
  )
}

export function PrintFoot({ context, note }: { readonly context: PlanContext; readonly note: string }) {
  const say = useText()
  const { asOf, digest } = context.version
  return (
    <footer className="print-foot">
      <span>
        {say({ zh: '事项目录', en: 'catalogue' })} {digest.slice(0, 12)} · {say(labelOfMixed(asOf))}
      </span>
      <span>
        {say({ zh: '打印于', en: 'printed' })} {context.on} · {note}
      </span>
    </footer>
  )
}
