import type { Client } from '../client.ts'
import { newId } from '../ids.ts'
import type { Database, RequestContext } from '../module.ts'
import { openSecret, sealSecret } from '../secrets.ts'
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
  readonly by?: OpenedBy
}

/** The provider of identities that vouched for a session. */
export interface OpenedBy {
  readonly zone: string
  readonly provider: string
  /** It has seen a second factor, and is trusted for that in its zone. */
  readonly factor: boolean
  /** Address at which the browser signs out there too; null: there is none. */
  readonly ending: string | null
  /** Its session, by which it tells of a sign-out there; null: it named none. */
  readonly sid: string | null
}

const endingPlace = (tokenHash: string) => `access.session.ending:${tokenHash}`

/** Opens a session; the one that the browser came with ends, so that nobody can plant one. */
export async function openSession(
  db: Database,
  { accountId, now, replaces, from, by }: Opening,
): Promise<OpenedSession> {
  if (replaces !== null) await endSession(db, replaces)
  const token = newToken()
  const hash = hashToken(token)
  const endsAt = new Date(now.getTime() + absoluteMs)
  await db
    .insertInto('access.sessions')
    .values({
      token_hash: hash,
      id: newId(now),
      account_id: accountId,
      address: from?.address ?? '',
      device: from?.device ?? '',
      created_at: now,
      seen_at: now,
      expires_at: endsAt,
      ...{ provider_zone: by?.zone ?? null, provider_id: by?.provider ?? null },
      provider_sid: by?.sid ?? null,
      ...{ factor_zone: by?.factor ? by.zone : null },
      ending: by?.ending ? sealSecret(by.ending, endingPlace(hash)) : null,
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

/** Whether the caller's session was opened within the last so many milliseconds. */
export async function isFresh(
  db: Database,
  { client, now }: Pick<RequestContext, 'client' | 'now'>,
  withinMs: number,
): Promise<boolean> {
  const row = await db
    .selectFrom('access.sessions')
    .select('created_at')
    .where('token_hash', '=', client.sessionHash ?? '')
    .executeTakeFirst()
  return row !== undefined && now.getTime() - row.created_at.getTime() <= withinMs
}

/** Answers where the browser goes to sign out at the provider too that opened the session; null: nowhere. */
export async function endSession(db: Database, tokenHash: string): Promise<string | null> {
  const row = await db
    .deleteFrom('access.sessions')
    .where('token_hash', '=', tokenHash)
    .returning('ending')
    .executeTakeFirst()
  return row?.ending ? openSecret(row.ending, endingPlace(tokenHash)) : null
}

/** Ends every session that a provider opened. */
export async function endSessionsBy(db: Database, providerId: string): Promise<void> {
  await db.deleteFrom('access.sessions').where('provider_id', '=', providerId).execute()
}

/** Ends the sessions that a provider opened for one of its own, or for one account. Answers whose they were. */
export async function endSessionsAt(
  db: Database,
  {
    provider,
    sid,
    account,
  }: { readonly provider: string; readonly sid: string | null; readonly account: string | null },
): Promise<readonly string[]> {
  if (sid === null && account === null) return []
  let query = db.deleteFrom('access.sessions').where('provider_id', '=', provider)
  if (sid !== null) query = query.where('provider_sid', '=', sid)
  if (account !== null) query = query.where('account_id', '=', account)
  const rows = await query.returning('account_id').execute()
  return [...new Set(rows.map((row) => row.account_id))]
}

/** Ends every session of an account but one, and answers how many there were. */
export async function endOtherSessionsOf(db: Database, accountId: string, kept: string | null): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('access.sessions')
    .where('account_id', '=', accountId)
    .where('token_hash', '!=', kept ?? '')
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Ends every session of an account and answers how many there were. */
export async function endSessionsOf(db: Database, accountId: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('access.sessions')
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
