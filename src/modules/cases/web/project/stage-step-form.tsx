import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../../../web/client.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { type OpinionKind, opinionKinds } from '../../contract/review.ts'
import { closeStageReview, giveStageOpinion, type StageReview } from '../../contract/stage-review.ts'
import { opinionLabels } from '../parts/labels.ts'
import { refreshCases } from '../parts/refresh.ts'
import { Radios } from '../step/radios.tsx'
import '../step/step.css'
import { useKeyFor } from '../step/use-step.ts'
import { WordsField } from '../step/words-field.tsx'

const doors = {
  giveOpinion: { door: giveStageOpinion, label: { zh: '出具本部门意见', en: "Give the department's opinion" } },
  close: { door: closeStageReview, label: { zh: '汇总结论', en: 'Conclude' } },
} as const

/** What the caller may do in the round: one opinion or the one conclusion, which stands in every case of it. */
export function StageStepForm({ review }: { readonly review: StageReview }) {
  const say = useText()
  const [open, setOpen] = useState(false)
  const verb = review.may.giveOpinion ? 'giveOpinion' : review.may.close ? 'close' : null
  if (verb === null) return null
  if (open) return <Form review={review} verb={verb} onClose={() => setOpen(false)} />
  return (
    <p>
      <Button type="primary" onClick={() => setOpen(true)}>
        {say(doors[verb].label)}
      </Button>
    </p>
  )
}

interface FormProps {
  readonly review: StageReview
  readonly verb: keyof typeof doors
  readonly onClose: () => void
}

function Form({ review, verb, onClose }: FormProps) {
  const say = useText()
  const { zone } = useMember()
  const client = useQueryClient()
  const keyFor = useKeyFor()
  const [opinion, setOpinion] = useState<OpinionKind>('agree')
  const [reason, setReason] = useState('')
  const { door, label } = doors[verb]
  const submit = useMutation({
    mutationFn: () => {
      const input = { zone: zone.code, id: review.id, version: review.version, opinion, reason }
      return call(door, input, { key: keyFor(JSON.stringify([verb, input])) })
    },
    onSuccess: () => {
      onClose()
      return refreshCases(client)
    },
    onError: () => refreshCases(client),
  })
  return (
    <form
      className="step-form card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!submit.isPending) submit.mutate()
      }}
    >
      <h3>{say(label)}</h3>
      <Refusal error={submit.error} />
      <Radios
        legend={{ zh: '意见', en: 'Opinion' }}
        value={opinion}
        options={opinionKinds.map((value) => ({ value, label: opinionLabels[value] }))}
        onChange={setOpinion}
      />
      <WordsField
        label={{ zh: '理由和要求', en: 'Reasons and conditions' }}
        value={reason}
        presets={[]}
        onChange={setReason}
      />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={submit.isPending} disabled={reason.trim() === ''}>
          {say({ zh: `确认${label.zh}`, en: `Confirm: ${label.en}` })}
        </Button>
        <Button onClick={onClose}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
