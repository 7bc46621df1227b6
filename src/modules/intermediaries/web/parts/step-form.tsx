import { Button } from 'antd'
import { useId, useState } from 'react'
import type { Endpoint } from '../../../../kernel/endpoint.ts'
import type { Label } from '../../../../kernel/label.ts'
import { UploadButton } from '../../../../web/kit/files/upload-button.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { useText } from '../../../../web/text.tsx'
import {
  type Assignment,
  type AssignmentVerb,
  declinePaper,
  deliverPaper,
  withdrawAssignment,
  workOnPaper,
} from '../../contract.ts'
import { assignmentDoors } from './use-assignments.ts'

export const stepLabels: Readonly<Record<AssignmentVerb, Label>> = {
  work: { zh: '办理中，到…', en: 'In work until …' },
  deliver: { zh: '上传提交', en: 'Upload and deliver' },
  decline: { zh: '不接', en: 'Decline' },
  withdraw: { zh: '撤回委托', en: 'Withdraw' },
}

const doors = { work: workOnPaper, deliver: deliverPaper, decline: declinePaper, withdraw: withdrawAssignment }

interface StepFormProps {
  readonly assignment: Assignment
  readonly verb: AssignmentVerb
  readonly onClose: () => void
}

export function StepForm(props: StepFormProps) {
  const { assignment, verb, onClose } = props
  const door = doors[verb] as unknown as Endpoint<{ zone: string } & Record<string, unknown>, Assignment>
  const act = useAct(door, { stale: assignmentDoors, onDone: onClose })
  const send = (content: Record<string, unknown>) =>
    act.mutate({ id: assignment.id, version: assignment.version, ...content })
  const shared = { pending: act.isPending, error: act.error, onCancel: onClose }
  if (verb === 'work') return <DayForm {...shared} onSend={(untilOn) => send({ untilOn })} />
  if (verb === 'deliver') return <DeliverForm {...shared} assignment={assignment} onSend={send} />
  return (
    <WordsForm
      act={stepLabels[verb]}
      label={{ zh: '理由', en: 'Reason' }}
      {...shared}
      onSubmit={(reason) => send({ reason })}
    />
  )
}

interface FormProps {
  readonly pending: boolean
  readonly error: unknown
  readonly onCancel: () => void
}

function DayForm({ pending, error, onCancel, onSend }: FormProps & { readonly onSend: (day: string) => void }) {
  const say = useText()
  const id = useId()
  const [day, setDay] = useState('')
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault()
        if (day !== '' && !pending) onSend(day)
      }}
    >
      <div className="field">
        <label htmlFor={id}>{say({ zh: '预计办到哪天', en: 'Until which day' })}</label>
        <input
          id={id}
          type="date"
          className="text-input"
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
      </div>
      <Refusal error={error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={day === ''} loading={pending}>
          {say({ zh: '告知对方', en: 'Tell them' })}
        </Button>
        <Button onClick={onCancel}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}

interface DeliverFormProps extends FormProps {
  readonly assignment: Assignment
  readonly onSend: (content: Record<string, unknown>) => void
}

function DeliverForm({ pending, error, onCancel, assignment, onSend }: DeliverFormProps) {
  const say = useText()
  const id = useId()
  const [fileId, setFileId] = useState<string | null>(null)
  const [until, setUntil] = useState('')
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault()
        if (fileId !== null && !pending) onSend({ fileId, validUntil: until === '' ? null : until })
      }}
    >
      <p>
        <UploadButton name={say(assignment.paper)} given={fileId !== null} onFile={(file) => setFileId(file.id)} />
      </p>
      <div className="field">
        <label htmlFor={id}>{say({ zh: '有效期至（选填）', en: 'Valid until (optional)' })}</label>
        <input
          id={id}
          type="date"
          className="text-input"
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
      </div>
      <Refusal error={error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={fileId === null} loading={pending}>
          {say({ zh: '提交', en: 'Deliver' })}
        </Button>
        <Button onClick={onCancel}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
