import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { KindView } from '../../../../kernel/kind-view.ts'
import { listMentionable, type Person } from '../../../../platform/records/contract/comments.ts'
import { queryOf } from '../../../client.ts'
import { useText } from '../../../text.tsx'
import { useMember } from '../../session/use-work.ts'
import { mentionAt, stillNamed, withMention } from './mention.ts'
import type { CommentDraft } from './use-comment-draft.ts'

interface CommentBoxProps {
  readonly kind: KindView
  readonly draft: CommentDraft
  readonly label: string
  readonly sendLabel: string
  readonly pending: boolean
  readonly onChange: (draft: CommentDraft) => void
  readonly onSend: () => void
}

/** A comment's text; behind an @ the names of colleagues. Ctrl+Enter sends. */
export function CommentBox({ kind, draft, label, sendLabel, pending, onChange, onSend }: CommentBoxProps) {
  const say = useText()
  const id = useId()
  const { zone } = useMember()
  const input = useRef<HTMLTextAreaElement>(null)
  const [place, setPlace] = useState(0)
  const at = mentionAt(draft.text, place)
  const { data } = useQuery({
    ...queryOf(listMentionable, { zone: zone.code, kind: kind.name, q: at?.words ?? '' }),
    enabled: at !== null,
  })
  const people = at === null ? [] : (data?.people ?? []).slice(0, 8)
  const pick = (person: Person) => {
    const next = withMention(draft.text, place, person.name)
    onChange({ text: next.text, mentions: [...stillNamed(next.text, draft.mentions), person] })
    setPlace(next.place)
    input.current?.focus()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || draft.text.trim() === '') return
    event.preventDefault()
    onSend()
  }
  return (
    <form
      className="comment-box"
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={input}
        id={id}
        className="text-input"
        rows={3}
        maxLength={4_000}
        value={draft.text}
        placeholder={say({ zh: '输入 @ 提醒同事', en: 'Type @ to tell a colleague' })}
        onKeyDown={onKey}
        onSelect={(event) => setPlace(event.currentTarget.selectionStart)}
        onChange={(event) => {
          setPlace(event.target.selectionStart)
          onChange({ text: event.target.value, mentions: stillNamed(event.target.value, draft.mentions) })
        }}
      />
      {people.length > 0 && (
        <ul className="comment-people" aria-label={say({ zh: '提醒谁', en: 'Whom to tell' })}>
          {people.map((person) => (
            <li key={person.id}>
              <Button size="small" onClick={() => pick(person)}>
                @{person.name}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={pending} disabled={draft.text.trim() === ''}>
          {sendLabel}
        </Button>
      </div>
    </form>
  )
}
