import type {} from '../access/table.ts'
import { newId } from '../ids.ts'
import { actorOf, zoneOf } from '../journal/record.ts'
import { announce } from '../live/announce.ts'
import type { Database, RequestContext } from '../module.ts'
import type { Channel, Outgoing, Recipient } from './channel.ts'
import type {} from './table.ts'

/** Messages within the program: a row for each account, and word to its open pages. */
export const appChannel: Channel = { name: 'app', deliver }

async function deliver(db: Database, message: Outgoing, context: RequestContext): Promise<void> {
  for (const accountId of await accountsOf(db, zoneOf(context).id, message.to)) {
    await insert(db, context, { accountId, message })
    announce(db, context, { topic: 'notifications', id: accountId, audience: { accountId } })
  }
}

async function accountsOf(db: Database, zoneId: string, to: readonly Recipient[]): Promise<string[]> {
  if (to.length === 0) return []
  const rows = await db
    .selectFrom('access.memberships')
    .select('account_id')
    .distinct()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where(({ eb, or, val }) =>
      or(
        to.map((recipient) => {
          if ('accountId' in recipient) return eb('account_id', '=', recipient.accountId)
          if ('personId' in recipient) return eb('person_id', '=', recipient.personId)
          if ('enterpriseId' in recipient) return eb('enterprise_id', '=', recipient.enterpriseId)
          return eb(val(recipient.role), '=', eb.fn.any('roles'))
        }),
      ),
    )
    .execute()
  return rows.map((row) => row.account_id).sort()
}

async function insert(
  db: Database,
  context: RequestContext,
  { accountId, message }: { accountId: string; message: Outgoing },
): Promise<void> {
  const { now } = context
  const by = actorOf(context)
  const { id, text, link, subject } = message
  await db
    .insertInto('jobs.notifications')
    .values({
      ...{ zone_id: zoneOf(context).id, id: newId(now), version: 1, archived_at: null, read_at: null },
      ...{ created_at: now, created_by: by, updated_at: now, updated_by: by, account_id: accountId, key: id },
      ...{ subject_kind: subject.subjectKind, subject_id: subject.subjectId, text_zh: text.zh, text_en: text.en, link },
    })
    .onConflict((conflict) => conflict.columns(['zone_id', 'account_id', 'key']).doNothing())
    .execute()
}
