import { Button } from 'antd'
import { useState } from 'react'
import { SubjectFiles } from '../../../../web/kit/files/subject-files.tsx'
import { readableMoment } from '../../../../web/kit/records/moments.ts'
import { useText } from '../../../../web/text.tsx'
import {
  type FaultVerb,
  faultKinds,
  faultStates,
  payerLabels,
  urgencyLabels,
  verbLabels,
} from '../../contract/words.ts'
import type { FaultView } from '../../contract.ts'
import { StepForm } from './step-form.tsx'
import './upkeep.css'

/** One fault: what and where, by when, who, what was done and who pays. */
export function FaultCard({ fault, marked = false }: { readonly fault: FaultView; readonly marked?: boolean }) {
  const say = useText()
  const [verb, setVerb] = useState<FaultVerb | null>(null)
  const { title, building, unit, place, kind, urgency, state, enterprise, handler, outcome, cost, payer, grade } = fault
  const main = fault.may.includes('finish') ? 'finish' : fault.may[0]
  const where = [building.name, unit?.name ?? say({ zh: '公共部位', en: 'shared part' }), place].filter(Boolean)
  return (
    <article className={`card fault${marked ? ' fault-marked' : ''}`}>
      <h3>
        {title} <span className="mark">{say(faultKinds[kind])}</span>
        {fault.sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
      </h3>
      <p>
        {where.join(' · ')}
        {enterprise && (
          <span className="soft">{say({ zh: `（${enterprise.name}）`, en: ` (${enterprise.name})` })}</span>
        )}
      </p>
      <p className="fault-line">
        <span className={urgency === 'urgent' ? 'fault-urgent' : undefined}>{say(urgencyLabels[urgency])}</span>
        <span>{say(faultStates[state])}</span>
        {handler !== null && <span>{say({ zh: `维修人 ${handler}`, en: `Mended by ${handler}` })}</span>}
        <FaultDue fault={fault} />
      </p>
      {outcome !== null && <p>{outcome}</p>}
      {cost !== null && payer !== null && (
        <p className="number">
          {say({
            zh: `费用 ¥ ${cost}，${payerLabels[payer].zh}承担`,
            en: `Cost ¥ ${cost}, paid by: ${payerLabels[payer].en}`,
          })}
        </p>
      )}
      {grade !== null && <p>{say({ zh: `评价 ${grade} 分（满分 5 分）`, en: `Graded ${grade} of 5` })}</p>}
      <SubjectFiles
        subject={{ subjectKind: 'upkeep.fault', subjectId: fault.id }}
        label={{ zh: '照片：', en: 'Pictures: ' }}
      />
      {fault.acts.length > 0 && (
        <details>
          <summary>{say({ zh: `经过 ${fault.acts.length}`, en: `What was done: ${fault.acts.length}` })}</summary>
          <ol className="plain-list">
            {fault.acts.map((act) => (
              <li key={`${act.at} ${act.verb}`}>
                <span className="number soft">{readableMoment(act.at)}</span> {say(verbLabels[act.verb])} {act.by}
                {act.words !== null && <p className="small">{act.words}</p>}
              </li>
            ))}
          </ol>
        </details>
      )}
      {verb !== null && <StepForm key={verb} fault={fault} verb={verb} onDone={() => setVerb(null)} />}
      {verb === null && fault.may.length > 0 && (
        <div className="form-actions">
          {fault.may.map((one) => (
            <Button key={one} type={one === main ? 'primary' : 'default'} onClick={() => setVerb(one)}>
              {one === 'take' && state === 'taken'
                ? say({ zh: '换人维修', en: 'Give to another' })
                : say(verbLabels[one])}
            </Button>
          ))}
        </div>
      )}
    </article>
  )
}

function FaultDue({ fault: { state, dueAt, hoursLate, reportedAt } }: { readonly fault: FaultView }) {
  const say = useText()
  const reported = readableMoment(reportedAt)
  if (dueAt === null)
    return <span className="number soft">{say({ zh: `${reported} 报修`, en: `reported ${reported}` })}</span>
  const due = readableMoment(dueAt)
  const step = state === 'reported' ? { zh: '接单', en: 'to be taken' } : { zh: '修好', en: 'to be mended' }
  if (hoursLate === 0) {
    return <span className="number">{say({ zh: `○ ${due} 前${step.zh}`, en: `○ ${step.en} by ${due}` })}</span>
  }
  return (
    <span className="number fault-late">
      {say({
        zh: `▲ 应于 ${due} 前${step.zh}，已晚 ${hoursLate} 小时`,
        en: `▲ ${step.en} by ${due}, ${hoursLate} hours late`,
      })}
    </span>
  )
}
