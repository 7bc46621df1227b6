import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { HttpRefusal } from '../http/answers.ts'
import type { Database } from '../module.ts'

/** Attempts before the first lock: few for one login, more for an address, behind which a whole office may sit; codes are guessed from an address too. */
const allowed = { login: 5, address: 30, code: 10, factor: 5 }
const firstLockSeconds = 60
const longestLockSeconds = 3_600
const doublingsAtMost = 10
/** What failed is forgotten a day after the last attempt. */
export const forgetMs = 24 * 3_600_000

interface Subject {
  readonly kind: keyof typeof allowed
  readonly key: string
}

/** The login is hashed: people type passwords into the wrong field. */
export function loginSubject(login: string): Subject {
  return { kind: 'login', key: `login:${createHash('sha256').update(login).digest('hex')}` }
}

export function addressSubject(address: string): Subject {
  return { kind: 'address', key: `address:${address}` }
}

/** Codes of an account's second factor, tried by somebody who knows its password. */
export function factorSubject(accountId: string): Subject {
  return { kind: 'factor', key: `factor:${accountId}` }
}

/** Attempts of an address to open something by a code, without an account. */
export function codeSubject(address: string): Subject {
  return { kind: 'code', key: `code:${address}` }
}

/**
 * Counts an attempt before it is looked at, in one statement, so that a thousand at once are a thousand counted.
 * Refused with 429 while locked; the fifth attempt locks for a minute and each later one for twice as long, at most an hour.
 * Known and unknown logins are counted alike. Answers whether this attempt set a lock.
 */
export async function countAttempt(db: Database, subject: Subject, now: Date): Promise<{ readonly locks: boolean }> {
  const limit = allowed[subject.kind]
  const forgetBefore = new Date(now.getTime() - forgetMs)
  const { rows } = await sql<{ attempts: number }>`
    insert into access.failures as known (subject, attempts, last_at) values (${subject.key}, 1, ${now})
    on conflict (subject) do update set last_at = ${now},
      attempts = case when known.last_at < ${forgetBefore} then 1 else known.attempts + 1 end,
      locked_until = case when known.last_at < ${forgetBefore} or known.attempts + 1 < ${limit} then null
        else ${now}::timestamptz + make_interval(secs => least(${longestLockSeconds}::float8,
          ${firstLockSeconds} * power(2, least(known.attempts + 1 - ${limit}, ${doublingsAtMost})))) end
    where known.locked_until is null or known.locked_until <= ${now}
    returning attempts`.execute(db)
  const counted = rows[0]
  if (counted) return { locks: counted.attempts >= limit }
  throw new HttpRefusal(await locked(db, subject, now))
}

/** After a right code the address loses this attempt. */
export async function forgiveAttempt(db: Database, subject: Subject): Promise<void> {
  await db
    .updateTable('access.failures')
    .set(({ eb }) => ({ attempts: eb('attempts', '-', 1), locked_until: null }))
    .where('subject', '=', subject.key)
    .where('attempts', '>', 0)
    .execute()
}

/** After a right code of the second factor. */
export async function forgiveAll(db: Database, subject: Subject): Promise<void> {
  await db.deleteFrom('access.failures').where('subject', '=', subject.key).execute()
}

/** After a right password: the login starts anew, the address loses only this attempt. */
export async function forgive(db: Database, login: Subject, address: Subject): Promise<void> {
  await forgiveAll(db, login)
  await forgiveAttempt(db, address)
}

async function locked(db: Database, { kind, key }: Subject, now: Date) {
  const row = await db
    .selectFrom('access.failures')
    .select('locked_until')
    .where('subject', '=', key)
    .executeTakeFirst()
  const until = row?.locked_until ?? now
  const retryAfterSeconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))
  const minutes = Math.ceil(retryAfterSeconds / 60)
  const text =
    kind === 'code'
      ? {
          zh: `输错次数过多，请 ${minutes} 分钟后再试，或向企业、代办员索取新码。`,
          en: `Too many wrong codes: try again in ${minutes} min, or ask for a new code.`,
        }
      : {
          zh: `尝试次数过多，请 ${minutes} 分钟后再试；忘记口令请联系管理员。`,
          en: `Too many attempts: try again in ${minutes} min, or ask an administrator for a new password.`,
        }
  return { status: 429, code: 'access.locked', text, details: { retryAfterSeconds } }
}
