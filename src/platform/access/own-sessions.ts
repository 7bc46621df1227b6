import type { Database, RequestContext } from '../module.ts'
import { aboutOf } from './accounts.ts'
import type { OwnSession } from './contract/own-account.ts'
import { recordEvent } from './events.ts'
import { idleMs } from './find-caller.ts'
import { endOtherSessionsOf } from './sessions.ts'
import { findById } from './store.ts'

/** Where an account is signed in, last used first; what has run out is left away even before it is tidied up. */
export async function listOwn(
  db: Database,
  { accountId, here, now }: { accountId: string; here: string | null; now: Date },
): Promise<OwnSession[]> {
  const rows = await db
    .selectFrom('access.sessions')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .where('seen_at', '>', new Date(now.getTime() - idleMs))
    .orderBy('seen_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at.toISOString(),
    seenAt: row.seen_at.toISOString(),
    endsAt: row.expires_at.toISOString(),
    address: row.address,
    device: row.device,
    here: row.token_hash === here,
  }))
}

/** Ends every session of the account but the one that asks. */
export async function endOthers(db: Database, context: RequestContext, accountId: string): Promise<void> {
  const ended = await endOtherSessionsOf(db, accountId, context.client.sessionHash)
  const account = await findById(db, accountId)
  if (ended > 0 && account) await recordEvent(db, context, { kind: 'sessions_ended', about: aboutOf(account) })
}

/** Ends one session of the account; false when it has none of this id. */
export async function endOwn(
  db: Database,
  context: RequestContext,
  { id, accountId }: { id: string; accountId: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('access.sessions')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const account = await findById(db, accountId)
  if (numDeletedRows === 0n || !account) return false
  await recordEvent(db, context, { kind: 'sessions_ended', about: aboutOf(account) })
  return true
}
