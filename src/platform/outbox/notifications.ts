import type { Selectable } from 'kysely'
import type { InputOf } from '../../kernel/endpoint.ts'
import { signInNeeded } from '../access/caller.ts'
import { actorOf, zoneOf } from '../journal/record.ts'
import { announce } from '../live/announce.ts'
import { type Database, defineModule, handle, type RequestContext } from '../module.ts'
import * as contract from './contract.ts'
import type { NotificationRow } from './table.ts'

/** Messages of the account that asks; nobody sees another's. */
export const notificationsPart = () =>
  defineModule({
    name: 'notifications',
    handlers: [
      handle(contract.listNotifications, async (db, { limit, after, unread }, context) => {
        let query = mine(db, context).selectAll()
        if (unread) query = query.where('read_at', 'is', null)
        if (after !== undefined) query = query.where('id', '<', after)
        const rows = await query
          .orderBy('id', 'desc')
          .limit(limit + 1)
          .execute()
        const notifications = rows.slice(0, limit).map(shape)
        return { notifications, next: rows.length > limit ? (notifications.at(-1)?.id ?? null) : null }
      }),
      handle(contract.countNotifications, async (db, _input, context) => {
        const { unread } = await mine(db, context)
          .where('read_at', 'is', null)
          .select(({ fn }) => fn.countAll<string>().as('unread'))
          .executeTakeFirstOrThrow()
        return { unread: Number(unread) }
      }),
      handle(contract.markNotifications, (db, input, context) => mark(db, input, context)),
    ],
  })

function mine(db: Database, context: RequestContext) {
  return db
    .selectFrom('jobs.notifications')
    .where('zone_id', '=', zoneOf(context).id)
    .where('account_id', '=', accountOf(context))
    .where('archived_at', 'is', null)
}

function accountOf({ caller }: RequestContext): string {
  if (caller.accountId === null) throw signInNeeded()
  return caller.accountId
}

async function mark(
  db: Database,
  { ids, subject }: Pick<InputOf<typeof contract.markNotifications>, 'ids' | 'subject'>,
  context: RequestContext,
) {
  const { now } = context
  const accountId = accountOf(context)
  if (ids?.length === 0) return { marked: 0 }
  let query = db
    .updateTable('jobs.notifications')
    .set({ read_at: now, updated_at: now, updated_by: actorOf(context) })
    .where('zone_id', '=', zoneOf(context).id)
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
  if (ids) query = query.where('id', 'in', ids)
  if (subject !== undefined) query = query.where('subject_id', '=', subject)
  const { numUpdatedRows } = await query.executeTakeFirstOrThrow()
  // The account's other pages and devices show the new count.
  if (numUpdatedRows > 0n) announce(db, context, { topic: 'notifications', id: accountId, audience: { accountId } })
  return { marked: Number(numUpdatedRows) }
}

function shape(row: Selectable<NotificationRow>): contract.Notification {
  return {
    id: row.id,
    at: row.created_at.toISOString(),
    text: { zh: row.text_zh, en: row.text_en },
    link: row.link,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    readAt: row.read_at?.toISOString() ?? null,
  }
}
