import { Input } from 'antd'
import { useId } from 'react'
import type { Label } from '../../../../kernel/label.ts'
import { useText } from '../../../../web/text.tsx'
import type { CaseDetail } from '../../contract/case.ts'
import { procedureKinds, procedureLabels, reversalKinds, reversalLabels } from '../../contract/procedure.ts'
import { opinionKinds } from '../../contract/review.ts'
import { decisionResults, resultMeanings } from '../../contract/state.ts'
import { stepTable, type Verb } from '../../contract/step-table.ts'
import { opinionLabels } from '../parts/labels.ts'
import { notPassed, type StepDraft } from './draft.ts'
import type { StepFinding } from './findings.ts'
import { DepartmentFields, TargetField } from './hands-fields.tsx'
import { PaperFields } from './paper-fields.tsx'
import { reasonPresets } from './presets.ts'
import { Radios } from './radios.tsx'
import { WordsField } from './words-field.tsx'

export interface StepFieldsProps {
  readonly detail: CaseDetail
  readonly verb: Verb
  readonly draft: StepDraft
  readonly findings: readonly StepFinding[]
  readonly onChange: (part: Partial<StepDraft>) => void
}

const withNotice: readonly Verb[] = ['suspend', 'resume', 'reverse']

/** What the table of steps says that this step needs, in that order. */
export function StepFields(props: StepFieldsProps) {
  const { verb, draft, findings, onChange } = props
  const { needs } = stepTable[verb]
  const refusing = verb === 'decide' && notPassed(draft)
  const wrong = (field: StepFinding['field']) => findings.some((finding) => finding.field === field)
  return (
    <>
      {needs.includes('papers') && <PaperFields {...props} />}
      {needs.includes('departments') && <DepartmentFields {...props} />}
      {needs.includes('target') && <TargetField {...props} />}
      {needs.includes('procedure') && <Procedure draft={draft} onChange={onChange} />}
      {needs.includes('reversal') && <Reversal draft={draft} onChange={onChange} />}
      {needs.includes('days') && (
        <OneLine
          label={{
            zh: `延长天数（最多 ${props.detail.rules.extensionDays} 个工作日，只能一次）`,
            en: `Days of the extension (${props.detail.rules.extensionDays} at most, once)`,
          }}
          value={draft.days}
          invalid={wrong('days')}
          numeric
          onChange={(days) => onChange({ days })}
        />
      )}
      {needs.includes('opinion') && <Opinion draft={draft} onChange={onChange} />}
      {needs.includes('result') && <Result draft={draft} onChange={onChange} />}
      {(needs.includes('reason') || needs.includes('opinion') || refusing) && (
        <WordsField
          label={{ zh: '理由', en: 'Reason' }}
          value={draft.reason}
          presets={reasonPresets[verb] ?? []}
          invalid={wrong('reason')}
          first={!needs.some((need) => ['papers', 'result', 'departments', 'target'].includes(need))}
          onChange={(reason) => onChange({ reason })}
        />
      )}
      {(needs.includes('remedies') || refusing) && (
        <WordsField
          label={{ zh: '救济途径', en: 'How to have it reviewed' }}
          value={draft.remedies}
          presets={[props.detail.rules.remedies]}
          invalid={wrong('remedies')}
          onChange={(remedies) => onChange({ remedies })}
        />
      )}
      {needs.includes('promisedDays') && (
        <OneLine
          label={{ zh: '告知申请人的所需时间（工作日）', en: 'Length told to the applicant (working days)' }}
          value={draft.promisedDays}
          invalid={wrong('promisedDays')}
          numeric
          onChange={(promisedDays) => onChange({ promisedDays })}
        />
      )}
      {withNotice.includes(verb) && (
        <OneLine
          label={{ zh: '告知书文号（选填）', en: 'Number of the written notice (optional)' }}
          value={draft.notice}
          onChange={(notice) => onChange({ notice })}
        />
      )}
    </>
  )
}

type Part = Pick<StepFieldsProps, 'draft' | 'onChange'>

function Opinion({ draft, onChange }: Part) {
  return (
    <Radios
      legend={{ zh: '意见', en: 'Opinion' }}
      value={draft.opinion}
      options={opinionKinds.map((value) => ({ value, label: opinionLabels[value] }))}
      onChange={(opinion) => onChange({ opinion })}
    />
  )
}

function Procedure({ draft, onChange }: Part) {
  return (
    <Radios
      legend={{ zh: '特别程序', en: 'Special procedure' }}
      value={draft.procedure}
      options={procedureKinds.map((value) => ({ value, label: procedureLabels[value] }))}
      onChange={(procedure) => onChange({ procedure })}
    />
  )
}

function Reversal({ draft, onChange }: Part) {
  return (
    <Radios
      legend={{ zh: '由谁撤销', en: 'Reversed by' }}
      value={draft.reversal}
      options={reversalKinds.map((value) => ({ value, label: reversalLabels[value] }))}
      onChange={(reversal) => onChange({ reversal })}
    />
  )
}

function Result({ draft, onChange }: Part) {
  return (
    <Radios
      legend={{ zh: '结果', en: 'Result' }}
      value={draft.result}
      options={decisionResults.map((value) => ({ value, label: resultMeanings[value].label }))}
      onChange={(result) => onChange({ result })}
    />
  )
}

interface OneLineProps {
  readonly label: Label
  readonly value: string
  readonly invalid?: boolean
  readonly numeric?: boolean
  readonly onChange: (value: string) => void
}

function OneLine({ label, value, invalid = false, numeric = false, onChange }: OneLineProps) {
  const say = useText()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{say(label)}</label>
      <Input
        id={id}
        value={value}
        maxLength={200}
        aria-invalid={invalid || undefined}
        {...(numeric && { inputMode: 'numeric' as const })}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
