import { Button, Checkbox, Input } from 'antd'
import { useId, useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { useQueued } from '../../../../web/kit/queue/use-queue.ts'
import { doorsOf } from '../../../../web/kit/records/doors.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useText } from '../../../../web/text.tsx'
import { note } from '../../contract/note.ts'
import { dayAfter, phrases } from './phrases.ts'
import { StandingLine } from './standing-line.tsx'
import './liaisons.css'

/** A note in three taps: open, a phrase, keep. It waits on the device where there is no line. */
export function QuickNote({ project, bare = false }: { readonly project: string; readonly bare?: boolean }) {
  const say = useText()
  const [open, setOpen] = useState(false)
  const [kept, setKept] = useState(false)
  return (
    <div className="quick-note">
      {!bare && <StandingLine project={project} />}
      {open ? (
        <NoteForm
          project={project}
          onDone={() => {
            setOpen(false)
            setKept(true)
          }}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <Button block size="large" onClick={() => setOpen(true)}>
          ✎ {say({ zh: '记一笔', en: 'Note' })}
        </Button>
      )}
      <div role="status">{kept && !open && say({ zh: '已记下。', en: 'Noted.' })}</div>
    </div>
  )
}

interface NoteFormProps {
  readonly project: string
  readonly onDone: () => void
  readonly onCancel: () => void
}

function NoteForm({ project, onDone, onCancel }: NoteFormProps) {
  const say = useText()
  const id = useId()
  const [chosen, setChosen] = useState<(typeof phrases)[number] | null>(null)
  const [words, setWords] = useState('')
  const [days, setDays] = useState<number | null>(3)
  const [shown, setShown] = useState(false)
  const send = useQueued(doorsOf(note).create)
  const text = words.trim()
  const today = legalDayOf(new Date())
  const keep = () =>
    send.mutate(
      {
        label: { zh: `记事：${text.slice(0, 20)}`, en: `Note: ${text.slice(0, 20)}` },
        input: {
          ...{ projectId: project, words: text, kind: chosen?.kind ?? 'call', happenedOn: today, told: shown },
          ...(days !== null && { followUpOn: dayAfter(today, days) }),
        },
      },
      { onSuccess: onDone },
    )
  return (
    <form
      className="note-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (text !== '' && !send.isPending) keep()
      }}
    >
      <div className="phrases">
        {phrases.map((phrase) => (
          <button
            key={phrase.text.zh}
            type="button"
            aria-pressed={chosen === phrase}
            onClick={() => {
              setChosen(phrase)
              setWords(say(phrase.text))
            }}
          >
            {say(phrase.text)}
          </button>
        ))}
      </div>
      <label htmlFor={id} className="visually-hidden">
        {say({ zh: '记事', en: 'Note' })}
      </label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2 }}
        maxLength={1000}
        value={words}
        placeholder={say({ zh: '点上面一句，或自己写', en: 'Tap a phrase, or write' })}
        onChange={(event) => setWords(event.target.value)}
      />
      <label className="note-when">
        {say({ zh: '再跟进', en: 'Take up again' })}
        <select
          value={days ?? ''}
          onChange={(event) => setDays(event.target.value === '' ? null : Number(event.target.value))}
        >
          <option value="">{say({ zh: '不用', en: 'no' })}</option>
          <option value="1">{say({ zh: '明天', en: 'tomorrow' })}</option>
          <option value="3">{say({ zh: '3 天后', en: 'in 3 days' })}</option>
          <option value="7">{say({ zh: '一周后', en: 'in a week' })}</option>
        </select>
      </label>
      <Checkbox checked={shown} onChange={(event) => setShown(event.target.checked)}>
        {say({ zh: '给企业看', en: 'Show it to the enterprise' })}
      </Checkbox>
      <Refusal error={send.error} />
      <div className="note-acts">
        <Button type="primary" size="large" htmlType="submit" disabled={text === ''} loading={send.isPending}>
          {say({ zh: '记下', en: 'Keep' })}
        </Button>
        <Button size="large" onClick={onCancel}>
          {say({ zh: '取消', en: 'Cancel' })}
        </Button>
      </div>
    </form>
  )
}
