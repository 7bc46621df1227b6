import type { AnyRecordKind } from '../../../kernel/record-kind.ts'
import type { Database, RequestContext } from '../../module.ts'
import { send } from '../../outbox/send.ts'
import type { Person } from '../contract/comments.ts'
import type { StoredComment } from './store.ts'

interface Telling {
  readonly kind: AnyRecordKind
  readonly row: StoredComment
  /** What the record is called; null where its name is personal. */
  readonly title: string | null
  readonly to: readonly Person[]
}

/** Tells whoever is named in a comment, but not who wrote it. */
export async function tellMentioned(
  db: Database,
  context: RequestContext,
  { kind, row, title, to }: Telling,
): Promise<void> {
  const { caller } = context
  const others = to.filter(({ id }) => id !== caller.accountId)
  if (others.length === 0) return
  const { one } = kind.labels
  const about = title === null ? one : { zh: `${one.zh}“${title}”`, en: `${one.en} "${title}"` }
  const said = row.text.slice(0, 200)
  await send(db, context, {
    ...{ channel: 'app', key: `comment:${row.id}`, subjectKind: row.kind, subjectId: row.record_id },
    to: others.map(({ id }) => ({ accountId: id })),
    text: {
      zh: `${caller.name}在${about.zh}的评论里提到您：${said}`,
      en: `${caller.name} named you in a comment on ${about.en}: ${said}`,
    },
    link: `/records/${kind.path}?record=${row.record_id}&tab=comments`,
    cause: { zh: '有同事在评论里@了您', en: 'A colleague named you in a comment' },
  })
}
