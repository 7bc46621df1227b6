import { useState } from 'react'
import { useText } from '../../../../web/text.tsx'
import type { PlannedMatter } from '../../contract/plan.ts'
import type { ProjectPlan } from '../../contract/project-plan.ts'
import { isScheduled } from '../../domain/lists/holds.ts'
import type { PlanNames } from '../../domain/lists/names.ts'
import { stateOf } from '../../domain/lists/state.ts'

interface RunningListProps {
  readonly running: ProjectPlan
  readonly names: PlanNames
  readonly onOpen: (matter: string) => void
}

const step = 12

/** The running plan on a phone: what is not done yet, in the order of its dates. */
export function RunningList({ running, names, onOpen }: RunningListProps) {
  const say = useText()
  const [shown, setShown] = useState(step)
  const { plan, progress } = running
  const open = plan.matters
    .filter(isScheduled)
    .filter(({ code, prior }) => !prior && progress.matters[code]?.finished === undefined)
    .toSorted((a, b) => a.start - b.start || a.finish - b.finish)
  return (
    <>
      <ol className="plain-list running-list">
        {open.slice(0, shown).map((matter) => (
          <li key={matter.code}>
            <button type="button" className="link" onClick={() => onOpen(matter.code)}>
              {say(names.matter(matter.code))}
            </button>
            <p className="small">
              <span className="number">
                {matter.startDate ?? `+${matter.start}`} → {matter.finishDate ?? `+${matter.finish}`}
              </span>{' '}
              <span className="soft">{say(whereText(matter, progress))}</span>
            </p>
          </li>
        ))}
      </ol>
      {shown < open.length && (
        <button type="button" className="more" onClick={() => setShown(shown + step)}>
          {say({ zh: `再看（共 ${open.length} 项）`, en: `More (${open.length} in all)` })}
        </button>
      )}
    </>
  )
}

function whereText(matter: PlannedMatter, { matters }: ProjectPlan['progress']) {
  const own = matters[matter.code]
  return own === undefined
    ? stateOf(matter)
    : { zh: `▶ 办理中，${own.filed} 接件`, en: `▶ in handling since ${own.filed}` }
}
