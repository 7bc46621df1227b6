import { Button } from 'antd'
import { useState } from 'react'
import type { KindView } from '../../../../kernel/kind-view.ts'
import {
  type Comment,
  changeComment,
  listComments,
  removeComment,
} from '../../../../platform/records/contract/comments.ts'
import { useText } from '../../../text.tsx'
import { Refusal } from '../../refusal.tsx'
import { useAct } from '../../use-act.ts'
import { readableMoment } from '../moments.ts'
import { CommentBox } from './comment-box.tsx'
import { useCommentDraft } from './use-comment-draft.ts'

/** One comment; one's own can be changed and removed. */
export function OneComment({ kind, comment }: { readonly kind: KindView; readonly comment: Comment }) {
  const say = useText()
  const [changing, setChanging] = useState(false)
  const { id, version, by, at, changedAt, text, mine } = comment
  const remove = useAct(removeComment, { stale: [listComments.name] })
  return (
    <li>
      <p className="comment-head">
        <strong>{by.name}</strong> <time dateTime={at}>{readableMoment(at)}</time>
        {changedAt !== null && <span className="soft small"> {say({ zh: '（已修改）', en: '(changed)' })}</span>}
      </p>
      {changing ? (
        <ChangeBox kind={kind} comment={comment} onDone={() => setChanging(false)} />
      ) : (
        <p className="comment-text">{text}</p>
      )}
      {mine && !changing && (
        <p className="comment-acts">
          <Button size="small" onClick={() => setChanging(true)}>
            {say({ zh: '修改', en: 'Change' })}
          </Button>
          <Button size="small" loading={remove.isPending} onClick={() => remove.mutate({ id, version })}>
            {say({ zh: '删除', en: 'Remove' })}
          </Button>
        </p>
      )}
      <Refusal error={remove.error} />
    </li>
  )
}

interface ChangeBoxProps {
  readonly kind: KindView
  readonly comment: Comment
  readonly onDone: () => void
}

/** The comment as it was when changing began is what is replaced: when it was changed elsewhere in between, that is told and nothing lost. */
function ChangeBox({ kind, comment, onDone }: ChangeBoxProps) {
  const say = useText()
  const { draft, setDraft, clear } = useCommentDraft(`change.${comment.id}`)
  const [typed, setTyped] = useState(draft.text === '' ? { text: comment.text, mentions: [] } : draft)
  const change = useAct(changeComment, {
    stale: [listComments.name],
    onDone: () => {
      clear()
      onDone()
    },
  })
  return (
    <>
      <Refusal error={change.error} />
      <CommentBox
        kind={kind}
        draft={typed}
        label={say({ zh: '修改评论', en: 'Change the comment' })}
        sendLabel={say({ zh: '保存', en: 'Save' })}
        pending={change.isPending}
        onChange={(next) => {
          setTyped(next)
          setDraft(next)
        }}
        onSend={() => change.mutate({ id: comment.id, version: comment.version, text: typed.text })}
      />
      <Button
        size="small"
        onClick={() => {
          clear()
          onDone()
        }}
      >
        {say({ zh: '取消', en: 'Cancel' })}
      </Button>
    </>
  )
}
