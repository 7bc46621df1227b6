import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { workdayCount } from '../../../../kernel/workday-count.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { actLabels, levelLabels, stateLabels, topicLabels, type Verb } from '../../contract/topic.ts'
import type { Bottleneck } from '../../contract.ts'
import { StepForm } from './step-form.tsx'
import './bottlenecks.css'

/** One bottleneck: what, who, on which level, by when, and what was done. */
export function BottleneckCard({
  bottleneck,
  named = false,
}: {
  readonly bottleneck: Bottleneck
  readonly named?: boolean
}) {
  const say = useText()
  const { zone } = useMember()
  const [verb, setVerb] = useState<Verb | null>(null)
  const { project, title, topic, state, level, owner, late, dueOn, outcome, acts, may, sample } = bottleneck
  return (
    <article className="card bottleneck">
      <h3>
        {title} <span className="mark">{say(topicLabels[topic])}</span>
        {sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
      </h3>
      {named && (
        <p>
          <Link to="/projects/$id" params={{ id: project.id }} search={{ zone: zone.code, view: 'bottlenecks' }}>
            {project.name}
          </Link>
        </p>
      )}
      <p className="bottleneck-line">
        <span>{say(state === 'open' ? levelLabels[level] : stateLabels[state])}</span>
        <span>{say({ zh: `责任人 ${owner.name}`, en: `Owner: ${owner.name}` })}</span>
        {dueOn !== null && (
          <span className={late > 0 ? 'bottleneck-late' : ''}>
            {late > 0
              ? say({ zh: `▲ ${dueOn} 到期，晚 ${late} 个工作日`, en: `▲ due ${dueOn}, ${workdayCount(late)} late` })
              : say({ zh: `○ ${dueOn} 前`, en: `○ by ${dueOn}` })}
          </span>
        )}
      </p>
      {outcome !== null && <p>{say({ zh: `结果：${outcome}`, en: `Outcome: ${outcome}` })}</p>}
      <details>
        <summary>{say({ zh: `经过 ${acts.length}`, en: `What was done: ${acts.length}` })}</summary>
        <ol className="plain-list">
          {acts.map((act, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: acts are only ever added at the end
            <li key={i}>
              <span className="number soft">{act.on}</span> {say(actLabels[act.verb])} {act.by}
              {act.words !== null && <p className="small">{act.words}</p>}
            </li>
          ))}
        </ol>
      </details>
      {verb === null ? (
        may.length > 0 && (
          <div className="form-actions">
            {may.map((one) => (
              <Button key={one} type={one === 'solve' ? 'primary' : 'default'} onClick={() => setVerb(one)}>
                {say(verbLabels[one])}
              </Button>
            ))}
          </div>
        )
      ) : (
        <StepForm key={verb} bottleneck={bottleneck} verb={verb} onDone={() => setVerb(null)} />
      )}
    </article>
  )
}

const verbLabels: Readonly<Record<Verb, { readonly zh: string; readonly en: string }>> = {
  assign: { zh: '换责任人', en: 'Give to another' },
  escalate: { zh: '升级', en: 'Escalate' },
  extend: { zh: '延期', en: 'More days' },
  solve: { zh: '已解决', en: 'Solved' },
  reopen: { zh: '重新办理', en: 'Take up again' },
  drop: { zh: '不再办', en: 'Drop' },
}
