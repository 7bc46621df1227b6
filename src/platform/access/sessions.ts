import { newId } from '../ids.ts'
import type { Client, Database } from '../module.ts'
import { hashToken, newToken } from './tokens.ts'

const absoluteMs = 12 * 3_600_000

/** The token is for the browser's cookie and is kept nowhere. */
export interface OpenedSession {
  readonly token: string
  readonly endsAt: Date
}

interface Opening {
  readonly accountId: string
  readonly now: Date
  /** Hash of the session that the browser came with. */
  readonly replaces: string | null
  /** For the owner's list of sessions. */
  readonly from?: Pick<Client, 'address' | 'device'>
}

/** Opens a session; the one that the browser came with ends, so that nobody can plant one. */
export async function openSession(db: Database, { accountId, now, replaces, from }: Opening): Promise<OpenedSession> {
  if (replaces !== null) await endSession(db, replaces)
  const token = newToken()
  const endsAt = new Date(now.getTime() + absoluteMs)
  await db
    .insertInto('access.sessions')
    .values({
      token_hash: hashToken(token),
      id: newId(now),
      account_id: accountId,
      address: from?.address ?? '',
      device: from?.device ?? '',
      created_at: now,
      seen_at: now,
      expires_at: endsAt,
    })
    .execute()
  return { token, endsAt }
}

/** When a session ends at the latest; undefined when it is no more. */
export async function findSessionEnd(db: Database, tokenHash: string): Promise<Date | undefined> {
  const row = await db
    .selectFrom('access.sessions')
    .select('expires_at')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return row?.expires_at
}

export async function endSession(db: Database, tokenHash: string): Promise<void> {
  await db.deleteFrom('access.sessions').where('token_hash', '=', tokenHash).execute()
}

/** Ends every session of an account and answers how many there were. */
export async function endSessionsOf(db: Database, accountId: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('access.sessions')
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
