import { useState } from 'react'
import { useText } from '../../../../web/text.tsx'
import type { PlannedMatter } from '../../contract/plan.ts'
import { milestoneLabels, milestoneMatters, milestoneNames } from '../../contract/scenario.ts'
import { isScheduled, mattersByCode } from '../../domain/lists/holds.ts'
import { milestoneText } from '../../domain/lists/notes.ts'
import { stateOf } from '../../domain/lists/state.ts'
import { waitText } from './gantt-model.ts'
import type { OpeningProps } from './parts.ts'

const step = 12

/** The plan on a phone: the four milestones, then what starts when, as cards in the order of their dates. */
export function NextSteps({ plan, names, onOpen }: OpeningProps) {
  const say = useText()
  const [shown, setShown] = useState(step)
  const byCode = mattersByCode(plan)
  const steps = plan.matters
    .filter(isScheduled)
    .filter((matter) => !matter.prior)
    .toSorted((a, b) => a.start - b.start || a.finish - b.finish)
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{say({ zh: '节点与下一步', en: 'Milestones and next steps' })}</h2>
      <dl className="card milestones">
        {milestoneNames.map((name) => (
          <div key={name}>
            <dt>◆ {say(milestoneLabels[name])}</dt>
            <dd className="number">
              {say(milestoneText(plan.milestones[name], byCode.get(milestoneMatters[name])?.finishDate))}
            </dd>
          </div>
        ))}
      </dl>
      <ol className="steps">
        {steps.slice(0, shown).map((matter) => (
          <li key={matter.code}>
            <button type="button" className="card step" onClick={() => onOpen(matter.code)}>
              <strong>{say(names.matter(matter.code))}</strong>
              <span className="number">{spanText(matter)}</span>
              <span className={matter.critical ? 'step-critical' : 'soft'}>{say(stateOf(matter))}</span>
              <span className="small soft">{waitText(matter, names, say) ?? names.authority(matter.code)}</span>
            </button>
          </li>
        ))}
      </ol>
      {shown < steps.length && (
        <button type="button" className="more" onClick={() => setShown(shown + step)}>
          {say({
            zh: `再看 ${Math.min(step, steps.length - shown)} 项（共 ${steps.length} 项）`,
            en: `${Math.min(step, steps.length - shown)} more of ${steps.length}`,
          })}
        </button>
      )}
    </section>
  )
}

function spanText(matter: PlannedMatter & { start: number; finish: number }): string {
  return `${matter.startDate ?? `+${matter.start}`} → ${matter.finishDate ?? `+${matter.finish}`}`
}
