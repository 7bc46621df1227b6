import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { RefPicker } from '../../../../web/kit/records/inputs/ref-picker.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { Topic, topicLabels, topics } from '../../contract/topic.ts'
import { raiseBottleneck } from '../../contract.ts'
import { stale } from './use-bottlenecks.ts'

/** Something holds the project up: what, of which sort, and who is to clear it away. */
export function RaiseForm({ project }: { readonly project: string }) {
  const say = useText()
  const id = useId()
  const [open, setOpen] = useState(false)
  const [title, setTitle] = useState('')
  const [topic, setTopic] = useState<Topic>('approval')
  const [owner, setOwner] = useState<string | null>(null)
  const close = () => {
    setOpen(false)
    setTitle('')
    setOwner(null)
  }
  const raise = useAct(raiseBottleneck, { stale, onDone: close })
  if (!open) {
    return (
      <p>
        <Button type="primary" onClick={() => setOpen(true)}>
          {say({ zh: '登记堵点', en: 'Raise a bottleneck' })}
        </Button>
      </p>
    )
  }
  const ready = title.trim() !== '' && owner !== null
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) raise.mutate({ project, title: title.trim(), topic, owner })
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-title`}>{say({ zh: '堵在哪里', en: 'What holds it up' })}</label>
        <Input id={`${id}-title`} maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-topic`}>{say({ zh: '类别', en: 'Sort' })}</label>
        <select id={`${id}-topic`} value={topic} onChange={(event) => setTopic(Topic.parse(event.target.value))}>
          {topics.map((one) => (
            <option key={one} value={one}>
              {say(topicLabels[one])}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-owner`}>{say({ zh: '责任人', en: 'Owner' })}</label>
        <RefPicker
          id={`${id}-owner`}
          to="organisation.person"
          value={owner ?? ''}
          onChange={(one) => setOwner(one || null)}
        />
      </div>
      <Refusal error={raise.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={raise.isPending}>
          {say({ zh: '登记', en: 'Raise' })}
        </Button>
        <Button onClick={close}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
