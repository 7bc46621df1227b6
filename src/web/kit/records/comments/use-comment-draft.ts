import { useEffect, useState } from 'react'
import type { Person } from '../../../../platform/records/contract/comments.ts'
import { readDraft, writeDraft } from '../../draft.ts'

export interface CommentDraft {
  readonly text: string
  readonly mentions: readonly Person[]
}

const nothing: CommentDraft = { text: '', mentions: [] }

/** What is typed of a comment, kept in this tab until it is sent: a reload, a lost network or the end of a session take nothing. */
export function useCommentDraft(name: string) {
  const draftName = `comment.${name}`
  const [draft, setDraft] = useState<CommentDraft>(() => readDraft<CommentDraft>(draftName) ?? nothing)
  useEffect(() => writeDraft(draftName, draft.text === '' ? null : draft), [draftName, draft])
  return { draft, setDraft, clear: () => setDraft(nothing) }
}
