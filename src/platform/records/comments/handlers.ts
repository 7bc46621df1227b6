import { Problem } from '../../../kernel/problem.ts'
import { notAllowed, notFound, signInNeeded } from '../../access/caller.ts'
import { record as journal, zoneOf } from '../../journal/record.ts'
import { type Database, type Handler, handle, type RequestContext } from '../../module.ts'
import * as contract from '../contract/comments.ts'
import { insideKind, reachRecord } from '../reach.ts'
import type { Registry } from '../registry.ts'
import { findMentionable, mentionedOf, namesOfAccounts, type PermissionsOf } from './people.ts'
import { commentsOf, insertComment, lockComment, type StoredComment, updateComment } from './store.ts'
import { tellMentioned } from './tell.ts'

/** Comments belong to the administration: who stands outside sees the record, not what is said about it. */
export function commentHandlers(registry: Registry, permissionsOf: PermissionsOf): readonly Handler[] {
  return [
    handle(contract.listComments, async (db, { kind: name, record: id }, context) => {
      const { kind } = await reachRecord(db, context, { registry, name, id })
      const rows = await commentsOf(db, zoneOf(context).id, { kind: kind.name, record: id })
      return { comments: await shownAll(db, context, rows) }
    }),
    handle(contract.addComment, async (db, { kind: name, record: id, text, mentions }, context) => {
      const { kind, title } = await reachRecord(db, context, { registry, name, id })
      refuseAuditor(context)
      const asked = { zoneId: zoneOf(context).id, kind, permissionsOf }
      const told = await mentionedOf(db, asked, mentions)
      if (told.length < new Set(mentions).size) throw unknownColleague()
      const row = await insertComment(db, context, {
        ...{ kind: kind.name, record_id: id, account_id: accountOf(context), text },
        mentions: told.map((person) => person.id),
      })
      await note(db, context, { row, action: 'comment' })
      await tellMentioned(db, context, { kind, row, title, to: told })
      return oneShown(db, context, row)
    }),
    handle(contract.changeComment, async (db, { id, version, text }, context) => {
      const before = await ownComment(db, context, { registry, id, version })
      const row = await updateComment(db, context, { before, set: { text } })
      await note(db, context, { row, action: 'changeComment' })
      return oneShown(db, context, row)
    }),
    handle(contract.removeComment, async (db, { id, version }, context) => {
      const before = await ownComment(db, context, { registry, id, version })
      const row = await updateComment(db, context, { before, set: { archived_at: context.now } })
      await note(db, context, { row, action: 'removeComment' })
      return {}
    }),
    handle(contract.listMentionable, async (db, { kind: name, q }, context) => {
      const kind = insideKind(registry, name, context.caller)
      return { people: await findMentionable(db, { zoneId: zoneOf(context).id, kind, permissionsOf }, q) }
    }),
  ]
}

/** Who only checks what others did adds nothing to it. */
function refuseAuditor({ caller }: RequestContext): void {
  if (caller.roles.every((role) => role === 'audit')) throw notAllowed()
}

function accountOf({ caller }: RequestContext): string {
  if (caller.accountId === null) throw signInNeeded()
  return caller.accountId
}

/** The words stay out of the journal, which is never erased: it tells that something was said. */
async function note(
  db: Database,
  context: RequestContext,
  { row, action }: { readonly row: StoredComment; readonly action: string },
): Promise<void> {
  await journal(db, context, { subjectKind: row.kind, subjectId: row.record_id, action, after: { comment: row.id } })
}

async function ownComment(
  db: Database,
  context: RequestContext,
  { registry, id, version }: { readonly registry: Registry; readonly id: string; readonly version: number },
): Promise<StoredComment> {
  const row = await lockComment(db, zoneOf(context).id, id)
  if (!row || row.account_id !== context.caller.accountId) throw notFound()
  await reachRecord(db, context, { registry, name: row.kind, id: row.record_id })
  if (row.version === version) return row
  throw new Problem('conflict', 'records.comment_stale', {
    zh: '这条评论刚在别处改过，请看过新的内容后再改。',
    en: 'This comment has just been changed elsewhere: read it again, then change it.',
  })
}

async function oneShown(db: Database, context: RequestContext, row: StoredComment): Promise<contract.Comment> {
  const [shown] = await shownAll(db, context, [row])
  if (!shown) throw notFound()
  return shown
}

async function shownAll(
  db: Database,
  { caller }: RequestContext,
  rows: readonly StoredComment[],
): Promise<contract.Comment[]> {
  const ids = [...new Set(rows.flatMap(({ account_id, mentions }) => [account_id, ...mentions]))]
  const names = await namesOfAccounts(db, ids)
  const person = (id: string) => ({ id, name: names.get(id) ?? '—' })
  return rows.map((row) => ({
    ...{ id: row.id, version: row.version, text: row.text, at: row.created_at.toISOString() },
    changedAt: row.version > 1 ? row.updated_at.toISOString() : null,
    by: person(row.account_id),
    mentions: row.mentions.map(person),
    mine: row.account_id === caller.accountId,
  }))
}

function unknownColleague(): Problem {
  return new Problem('rule_violated', 'records.unknown_colleague', {
    zh: '提醒的人里有人不能查看此类记录或已离开，请重新选择。',
    en: 'Somebody who is named may not read this kind of record or has left: choose again.',
  })
}
