import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { call } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { type OpenStage, openStageReview } from '../../contract/stage-review.ts'
import { refreshCases } from '../parts/refresh.ts'
import { useHands } from '../step/hands-fields.tsx'
import '../step/step.css'
import { useKeyFor } from '../step/use-step.ts'
import { WordsField } from '../step/words-field.tsx'

interface OpenRoundFormProps {
  readonly project: string
  readonly stage: OpenStage
  readonly usual: number
  readonly onClose: () => void
}

/** Whom the lead asks over the whole stage: first those that answer for its cases, each with its days. */
export function OpenRoundForm({ project, stage, usual, onClose }: OpenRoundFormProps) {
  const say = useText()
  const { zone } = useMember()
  const client = useQueryClient()
  const keyFor = useKeyFor()
  const hands = useHands()
  const [asked, setAsked] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(stage.departments.map(({ id }) => [id, String(usual)])),
  )
  const [reason, setReason] = useState('')
  const submit = useMutation({
    mutationFn: () => {
      const departments = Object.entries(asked).map(([id, days]) => ({ id, days: Number(days) || usual }))
      const input = { zone: zone.code, project, stage: stage.code, reason, departments }
      return call(openStageReview, input, { key: keyFor(JSON.stringify(input)) })
    },
    onSuccess: () => {
      onClose()
      return refreshCases(client)
    },
  })
  if (hands.error !== null) return <Failure error={hands.error} onRetry={() => hands.refetch()} />
  const others = (hands.data?.departments ?? []).filter(({ id }) => id !== stage.lead?.id)
  const toggle = (id: string) => {
    const { [id]: known, ...rest } = asked
    setAsked(known === undefined ? { ...asked, [id]: String(usual) } : rest)
  }
  return (
    <form
      className="step-form card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!submit.isPending) submit.mutate()
      }}
    >
      <h3>{say({ zh: `${stage.name.zh}：发起并联审查`, en: `${stage.name.en}: open a review` })}</h3>
      <p className="soft">{stage.cases.map(({ matter }) => say(matter)).join(say({ zh: '、', en: ', ' }))}</p>
      <Refusal error={submit.error} />
      <fieldset className="field paper-fields hands-list">
        <legend className="field-label">
          {say({ zh: '征求哪些部门的意见（各自工作日）', en: 'Departments asked (working days of each)' })}
        </legend>
        {others.map(({ id, name }) => (
          <div key={id} className="paper-field hands-line">
            <label>
              <input type="checkbox" checked={asked[id] !== undefined} onChange={() => toggle(id)} /> {name}
            </label>
            {asked[id] !== undefined && (
              <Input
                className="days-input"
                value={asked[id]}
                inputMode="numeric"
                maxLength={2}
                aria-label={say({ zh: `${name}：工作日`, en: `${name}: working days` })}
                onChange={(event) => setAsked({ ...asked, [id]: event.target.value })}
              />
            )}
          </div>
        ))}
      </fieldset>
      <WordsField
        label={{ zh: '请各部门就什么提出意见', en: 'What the departments are asked' }}
        value={reason}
        presets={[
          {
            zh: '请就职责范围对本阶段各事项一并提出意见。',
            en: 'Please give one opinion on all matters of this stage.',
          },
        ]}
        onChange={setReason}
      />
      <div className="form-actions">
        <Button
          type="primary"
          htmlType="submit"
          loading={submit.isPending}
          disabled={Object.keys(asked).length === 0 || reason.trim() === ''}
        >
          {say({ zh: '发起并联审查', en: 'Open the review' })}
        </Button>
        <Button onClick={onClose}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
