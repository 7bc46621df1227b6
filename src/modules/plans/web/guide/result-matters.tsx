import { useState } from 'react'
import { named, useText } from '../../../../web/text.tsx'
import type { Matter } from '../../../matters/contract/catalogue.ts'
import { labelOfMixed } from '../../../matters/contract/mixed-text.ts'
import { ConfidenceLegend } from '../../../matters/web/panels.tsx'
import type { Guide } from '../../contract/answers.ts'
import { MatterReason } from './matter-reason.tsx'
import type { GuideState } from './use-guide.ts'

interface ResultMattersProps {
  readonly state: GuideState
  readonly guide: Guide
}

/** Every matter that applies, stage by stage, and those still undecided; each opens to its reason. */
export function ResultMatters({ state, guide: { plan } }: ResultMattersProps) {
  const say = useText()
  const data = state.catalogue.data
  if (data === undefined) return null
  const truth = new Map(plan.matters.map((matter) => [matter.code, matter.applies]))
  const { matters, stages } = data.catalogue
  const inStage = (stage: string) => matters.filter((m) => m.stage === stage && truth.get(m.code) === true)
  const undecided = matters.filter((matter) => truth.get(matter.code) === null)
  return (
    <>
      <h3>{say({ zh: '为什么有这些事项（点开看依据）', en: 'Why each matter is here (open for the law)' })}</h3>
      {undecided.length > 0 && (
        <Group name={say({ zh: '待定', en: 'Undecided' })} matters={undecided} state={state} sign="?" />
      )}
      {Object.entries(stages).map(([code, name]) => (
        <Group key={code} name={say(labelOfMixed(name))} matters={inStage(code)} state={state} sign="•" />
      ))}
      <details>
        <summary>{say({ zh: '标记是什么意思', en: 'What the marks mean' })}</summary>
        <ConfidenceLegend />
      </details>
    </>
  )
}

interface GroupProps {
  readonly name: string
  readonly matters: readonly Matter[]
  readonly state: GuideState
  readonly sign: string
}

function Group({ name, matters, state, sign }: GroupProps) {
  const say = useText()
  if (matters.length === 0) return null
  return (
    <details className="group">
      <summary>
        {name} <span className="soft">{say({ zh: `${matters.length} 项`, en: `(${matters.length})` })}</span>
      </summary>
      {matters.map((matter) => (
        <Row key={matter.code} matter={matter} state={state} sign={sign} />
      ))}
    </details>
  )
}

interface RowProps {
  readonly matter: Matter
  readonly state: GuideState
  readonly sign: string
}

function Row({ matter, state, sign }: RowProps) {
  const say = useText()
  const [open, setOpen] = useState(false)
  return (
    <details className="matter-row" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span aria-hidden="true">{sign} </span>
        {say(named(matter))}
      </summary>
      {open && <MatterReason code={matter.code} state={state} />}
    </details>
  )
}
