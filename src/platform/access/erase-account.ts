import { randomBytes } from 'node:crypto'
import type { Database } from '../module.ts'
import { aboutOf } from './accounts.ts'
import { destroyEventKey } from './event-keys.ts'
import { type EventContext, recordEvent } from './events.ts'
import { dropFactor } from './factor/store.ts'
import { eraseIdentities } from './identity/identities.ts'
import { hashPassword } from './passwords.ts'
import { endSessionsOf } from './sessions.ts'
import type { AccountRecord } from './store.ts'

/**
 * Erases whose account it was: login and name become nobody's, the account stays disabled, and no line of the security log tells any
 * more who it was or from where. The lines and their proofs stay; so do names of officers in the journals of what they did in office.
 * There is no way back.
 */
export async function eraseAccount(db: Database, context: EventContext, account: AccountRecord): Promise<void> {
  const { now, caller } = context
  const nobodys = { login: `erased-${account.id}`, name: '已抹除', password: await hashPassword(nobodyKnows()) }
  await db
    .updateTable('access.accounts')
    .set({ ...nobodys, demo: false, disabled_at: account.disabled_at ?? now })
    .set({ updated_at: now, updated_by: caller.accountId ?? caller.name })
    .where('id', '=', account.id)
    .execute()
  await endSessionsOf(db, account.id)
  await dropFactor(db, account.id)
  if (account.home_zone !== null) await eraseIdentities(db, account.home_zone, { id: account.id, now })
  await destroyEventKey(db, account.id, now)
  await recordEvent(db, context, { kind: 'account_erased', about: aboutOf(account) })
}

function nobodyKnows(): string {
  return randomBytes(32).toString('base64url')
}
