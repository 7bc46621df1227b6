import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { Label } from '../../../../kernel/label.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useText } from '../../../../web/text.tsx'
import { type FollowUpVerb, followUpSteps } from '../../contract/steps.ts'
import type { FollowUp } from '../../contract.ts'
import { AddresseeSelect } from './addressee-select.tsx'
import { type StepDraft, useStep } from './use-follow-ups.ts'

const presets: Readonly<Partial<Record<FollowUpVerb, readonly Label[]>>> = {
  answer: [
    { zh: '已办结。', en: 'Done.' },
    { zh: '正在办理，按期完成。', en: 'In hand, will be done in time.' },
    { zh: '已与企业联系，等待其补充材料。', en: 'The enterprise has been asked for papers.' },
  ],
  sendBack: [{ zh: '没有答到点上，请写明结果和时间。', en: 'Say what came out of it and when.' }],
  transfer: [{ zh: '属于贵部门职责，请办理。', en: 'This is for your department.' }],
  close: [{ zh: '情况已变，不再需要。', en: 'No longer needed.' }],
}

interface StepFormProps {
  readonly followUp: FollowUp
  readonly verb: FollowUpVerb
  readonly onDone: () => void
}

/** What one step needs: words, by one press or typed; more days; whom to. */
export function StepForm({ followUp, verb, onDone }: StepFormProps) {
  const say = useText()
  const id = useId()
  const { label, needs } = followUpSteps[verb]
  const [draft, setDraft] = useState<StepDraft>(needs.includes('days') ? { days: 2 } : {})
  const step = useStep(followUp, verb, onDone)
  const change = (part: StepDraft) => setDraft({ ...draft, ...part })
  const complete = (draft.words ?? '').trim() !== '' && (!needs.includes('to') || draft.to !== undefined)
  return (
    <form
      className="follow-up-step card"
      aria-label={say(label)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (complete && !step.isPending) step.mutate(draft)
      }}
    >
      {needs.includes('to') && <AddresseeSelect value={draft.to} onChange={(to) => change({ ...(to && { to }) })} />}
      <label htmlFor={id}>{say({ zh: '内容', en: 'Words' })}</label>
      <div className="presets-of-answer">
        {(presets[verb] ?? []).map((preset) => (
          <Button key={preset.en} onClick={() => change({ words: say(preset) })}>
            {say(preset)}
          </Button>
        ))}
      </div>
      <Input.TextArea
        id={id}
        value={draft.words ?? ''}
        maxLength={2000}
        autoSize={{ minRows: 2, maxRows: 8 }}
        onChange={(event) => change({ words: event.target.value })}
      />
      {needs.includes('days') && (
        <label>
          {say({ zh: '再给几个工作日', en: 'Working days more' })}{' '}
          <input
            type="number"
            className="text-input"
            min={1}
            max={60}
            value={draft.days ?? 2}
            onChange={(event) => change({ days: Number(event.target.value) || 1 })}
          />
        </label>
      )}
      <Refusal error={step.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={!complete} loading={step.isPending}>
          {say({ zh: `确认${label.zh}`, en: `Confirm: ${label.en}` })}
        </Button>
      </div>
    </form>
  )
}
