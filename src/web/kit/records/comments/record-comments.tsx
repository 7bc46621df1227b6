import { useQuery } from '@tanstack/react-query'
import type { KindView } from '../../../../kernel/kind-view.ts'
import { addComment, listComments } from '../../../../platform/records/contract/comments.ts'
import { call } from '../../../client.ts'
import { useText } from '../../../text.tsx'
import { Failure } from '../../failure.tsx'
import { Opening } from '../../opening.tsx'
import { Refusal } from '../../refusal.tsx'
import { useMember } from '../../session/use-work.ts'
import { useAct } from '../../use-act.ts'
import { doorsOf } from '../doors.ts'
import { CommentBox } from './comment-box.tsx'
import { OneComment } from './one-comment.tsx'
import { useCommentDraft } from './use-comment-draft.ts'
import './comments.css'

/** How often comments are looked for anew while they are on the screen. */
const refreshMs = 15_000

/** What colleagues say about a record, and a place to say something. */
export function RecordComments({ kind, id }: { readonly kind: KindView; readonly id: string }) {
  const say = useText()
  const { zone } = useMember()
  const input = { zone: zone.code, kind: kind.name, record: id }
  const { draft, setDraft, clear } = useCommentDraft(`${zone.code}.${id}`)
  const list = useQuery({
    queryKey: [listComments.name, input],
    queryFn: ({ signal }) => call(listComments, input, { signal }),
    refetchInterval: refreshMs,
  })
  const add = useAct(addComment, { stale: [listComments.name, doorsOf(kind).history.name], onDone: clear })
  const send = () =>
    add.mutate({
      kind: kind.name,
      record: id,
      text: draft.text,
      mentions: draft.mentions.map((person) => person.id),
    })
  if (list.error !== null) return <Failure error={list.error} onRetry={() => list.refetch()} />
  if (list.data === undefined) return <Opening />
  return (
    <>
      {list.data.comments.length === 0 && (
        <p className="soft">
          {say({ zh: '还没有评论。只有本区工作人员能看到。', en: 'No comments yet. Only staff of the zone see them.' })}
        </p>
      )}
      <ol className="comments">
        {list.data.comments.map((comment) => (
          <OneComment key={comment.id} kind={kind} comment={comment} />
        ))}
      </ol>
      <Refusal error={add.error} />
      <CommentBox
        kind={kind}
        draft={draft}
        label={say({ zh: '写评论', en: 'Write a comment' })}
        sendLabel={say({ zh: '发表', en: 'Send' })}
        pending={add.isPending}
        onChange={setDraft}
        onSend={send}
      />
    </>
  )
}
