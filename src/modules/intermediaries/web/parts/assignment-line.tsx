import { Button } from 'antd'
import { useState } from 'react'
import type { Label } from '../../../../kernel/label.ts'
import { workdayCount } from '../../../../kernel/workday-count.ts'
import { useText } from '../../../../web/text.tsx'
import { type Assignment, type AssignmentVerb, assignmentLabels } from '../../contract.ts'
import { StepForm, stepLabels } from './step-form.tsx'

/** One paper that is asked: whose, by when, what moves if it is late, and the steps of the reader. */
export function AssignmentLine({ assignment }: { readonly assignment: Assignment }) {
  const say = useText()
  const [open, setOpen] = useState<AssignmentVerb | null>(null)
  const { paper, project, client, state, since, untilOn, note, steps, late } = assignment
  const shown = open !== null && steps.includes(open) ? open : null
  return (
    <article>
      <h2>{say(paper)}</h2>
      <p>
        <span className="mark">{say(assignmentLabels[state])}</span>{' '}
        {assignment.sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}{' '}
        {project.name} <span className="soft">{client}</span>
      </p>
      <p className="small">
        {say({ zh: `${since} 委托`, en: `Asked on ${since}` })}
        {untilOn !== null && say({ zh: `，办到 ${untilOn}`, en: `, in work until ${untilOn}` })}
        {note !== null && ` · ${note}`}
      </p>
      {steps.length > 0 && <p className={late ? 'assignment-late' : ''}>{say(needText(assignment))}</p>}
      <div className="form-actions">
        {steps.map((verb) => (
          <Button
            key={verb}
            type={verb === 'deliver' && shown === null ? 'primary' : 'default'}
            aria-expanded={verb === shown}
            onClick={() => setOpen(verb === shown ? null : verb)}
          >
            {say(stepLabels[verb])}
          </Button>
        ))}
      </div>
      {shown !== null && <StepForm key={shown} assignment={assignment} verb={shown} onClose={() => setOpen(null)} />}
    </article>
  )
}

/** By when, for what, and what happens if it is late. */
function needText({ neededOn, neededBy, slack, late }: Assignment): Label {
  if (neededOn === null || neededBy === null) {
    return { zh: '方案现在没有给出要用的日期。', en: 'The plan gives no day for it now.' }
  }
  const head = late
    ? { zh: `▲ 方案 ${neededOn} 就要，${neededBy.zh}在等`, en: `▲ Needed since ${neededOn}: ${neededBy.en} waits` }
    : { zh: `方案 ${neededOn} 要，用于${neededBy.zh}`, en: `Needed on ${neededOn} for ${neededBy.en}` }
  if (slack === null) return { zh: `${head.zh}。`, en: `${head.en}.` }
  return slack > 0
    ? {
        zh: `${head.zh}；晚 ${slack} 个工作日以内不影响投产。`,
        en: `${head.en}; up to ${workdayCount(slack)} late moves nothing at the end.`,
      }
    : { zh: `${head.zh}；每晚一天，投产就晚一天。`, en: `${head.en}; every day late moves production by a day.` }
}
