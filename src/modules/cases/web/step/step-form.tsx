import { Button } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Problem } from '../../../../kernel/problem.ts'
import { readDraft, writeDraft } from '../../../../web/kit/draft.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useText } from '../../../../web/text.tsx'
import type { CaseDetail } from '../../contract/case.ts'
import { stepTable, type Verb } from '../../contract/step-table.ts'
import { beginDraft, inputOf, type StepDraft } from './draft.ts'
import { findingsOf, type StepFinding } from './findings.ts'
import { HappenedOn } from './happened-on.tsx'
import { StepFields } from './step-fields.tsx'
import { useStep } from './use-step.ts'

interface StepFormProps {
  readonly detail: CaseDetail
  readonly verb: Verb
  readonly effect: ReactNode
  readonly onCancel: () => void
  readonly onDone: (after: CaseDetail) => void
}

/** The form of one step: only what the step needs. What was typed stays through a refusal, a reload and the end of a session. */
export function StepForm({ detail, verb, effect, onCancel, onDone }: StepFormProps) {
  const say = useText()
  const name = `step.${detail.id}.${verb}`
  const [draft, setDraft] = useState<StepDraft>(() => readDraft<StepDraft>(name) ?? beginDraft(detail, verb))
  const [findings, setFindings] = useState<readonly StepFinding[]>([])
  const form = useRef<HTMLFormElement>(null)
  const step = useStep(detail, verb, (after) => {
    writeDraft(name, null)
    onDone(after)
  })
  useEffect(() => focusFirst(form.current), [])
  const change = (part: Partial<StepDraft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    writeDraft(name, next)
  }
  const submit = () => {
    const found = findingsOf(verb, draft, detail)
    setFindings(found)
    if (found.length === 0 && !step.isPending) step.mutate(inputOf(verb, draft, detail))
  }
  const { label, basis } = stepTable[verb]
  return (
    <form
      ref={form}
      className="step-form card"
      aria-label={say(label)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h3>{say(label)}</h3>
      <Findings findings={findings} />
      <Refusal error={step.error} />
      {step.error !== null && <AfterRefusal error={step.error} />}
      <StepFields detail={detail} verb={verb} draft={draft} findings={findings} onChange={change} />
      <HappenedOn value={draft.happenedOn} onChange={(happenedOn) => change({ happenedOn })} />
      {effect}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={step.isPending} data-send>
          {say({ zh: `确认${label.zh}`, en: `Confirm: ${label.en}` })}
        </Button>
        <Button
          onClick={() => {
            writeDraft(name, null)
            onCancel()
          }}
        >
          {say({ zh: '取消', en: 'Cancel' })}
        </Button>
        <span className="soft small">{say({ zh: `依据：${basis.zh}`, en: `Basis: ${basis.en}` })}</span>
      </div>
    </form>
  )
}

/** The first thing to fill in; where nothing must be filled in, the button that sends. */
function focusFirst(form: HTMLFormElement | null): void {
  const first = form?.querySelector<HTMLElement>('[data-first]') ?? form?.querySelector<HTMLElement>('[data-send]')
  first?.focus()
  form?.scrollIntoView({ block: 'nearest' })
}

function Findings({ findings }: { readonly findings: readonly StepFinding[] }) {
  const say = useText()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (findings.length > 0) box.current?.focus()
  }, [findings])
  if (findings.length === 0) return null
  return (
    <div ref={box} role="alert" tabIndex={-1} className="notice notice-error">
      {findings.map(({ text }) => (
        <p key={text.en}>{say(text)}</p>
      ))}
    </div>
  )
}

/** Somebody was faster: the case beside the form is read again, and nothing that was typed is lost. */
function AfterRefusal({ error }: { readonly error: unknown }) {
  const say = useText()
  if (!(error instanceof Problem) || error.kind !== 'conflict') return null
  return (
    <p className="soft small">
      {say({
        zh: '办件已更新为最新情况，您填的内容还在；仍可以办的话，再按一次确认。',
        en: 'The case now shows how it stands; what you typed is kept. If the step is still possible, confirm again.',
      })}
    </p>
  )
}
