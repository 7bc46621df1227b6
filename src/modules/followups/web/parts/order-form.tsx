import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../../../web/client.ts'
import { newKey } from '../../../../web/kit/new-key.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { Addressee, Reading } from '../../contract/sentence.ts'
import { type FollowUp, issueFollowUp } from '../../contract.ts'
import { AddresseeSelect } from './addressee-select.tsx'
import { useRefresh } from './use-follow-ups.ts'

interface OrderFormProps {
  readonly sentence: string
  readonly reading: Reading
  readonly subject: Pick<NonNullable<FollowUp['subject']>, 'kind' | 'id'> | null
  readonly onDone: (followUp: FollowUp) => void
}

/** What was read: settled fields are filled in, what is not settled is marked and asked for. Nothing is chosen silently. */
export function OrderForm({ sentence, reading, subject, onDone }: OrderFormProps) {
  const say = useText()
  const { zone } = useMember()
  const refresh = useRefresh()
  const { asks, when } = reading
  const [key] = useState(newKey)
  const [to, setTo] = useState<Addressee | undefined>(asks.includes('who') ? undefined : reading.to[0])
  const [dueOn, setDueOn] = useState(asks.includes('when') ? '' : (when[0]?.on ?? ''))
  const [task, setTask] = useState(reading.task)
  const issue = useMutation({
    mutationFn: (chosen: Addressee) =>
      call(issueFollowUp, { zone: zone.code, sentence, task, to: chosen, dueOn, subject }, { key }),
    onSuccess: async (followUp) => {
      await refresh()
      onDone(followUp)
    },
  })
  const complete = to !== undefined && dueOn !== '' && task.trim().length > 1
  return (
    <form
      className="order-box"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (complete && !issue.isPending) issue.mutate(to)
      }}
    >
      <Asked asks={asks} />
      <div className="order-fields">
        <AddresseeSelect value={to} likely={reading.to} asks={asks.includes('who')} onChange={setTo} />
        <label>
          {say({ zh: '何时前答复', en: 'To be answered by' })}
          <input
            type="date"
            className={asks.includes('when') ? 'text-input order-asks' : 'text-input'}
            value={dueOn}
            onChange={(event) => setDueOn(event.target.value)}
          />
        </label>
        <label className="order-task">
          {say({ zh: '办什么', en: 'What' })}
          <input
            className={asks.includes('what') ? 'text-input order-asks' : 'text-input'}
            value={task}
            maxLength={500}
            onChange={(event) => setTask(event.target.value)}
          />
        </label>
      </div>
      {asks.includes('when') && when.length > 0 && (
        <div className="presets-of-answer">
          {when.map(({ on, said }) => (
            <Button key={on} onClick={() => setDueOn(on)}>
              {say({ zh: `“${said}”是 ${on}`, en: `"${said}" is ${on}` })}
            </Button>
          ))}
        </div>
      )}
      <Refusal error={issue.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" autoFocus disabled={!complete} loading={issue.isPending}>
          {say({ zh: '确认交办', en: 'Give the order' })}
        </Button>
      </div>
    </form>
  )
}

const questions = {
  who: { zh: '没有读出唯一的承办人', en: 'who is to do it' },
  when: { zh: '没有读出确定的日期', en: 'by when' },
  what: { zh: '没有读出要办什么', en: 'what is to be done' },
} as const

function Asked({ asks }: Pick<Reading, 'asks'>) {
  const say = useText()
  if (asks.length === 0) return null
  return (
    <p role="status" className="notice notice-warning">
      {say({
        zh: `${asks.map((ask) => questions[ask].zh).join('，')}：请补上，不替您猜。`,
        en: `Not clear from the sentence: ${asks.map((ask) => questions[ask].en).join(', ')}. Please fill it in; nothing is guessed.`,
      })}
    </p>
  )
}
