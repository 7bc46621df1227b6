import { randomBytes } from 'node:crypto'
import type { Database } from '../module.ts'

const keyBytes = 32
/** 网络安全法 第21条第三项 asks for six months at least. Whole months after the month of a line. */
const strangersKeptMonths = 12

/** Whose key a line of the security log is sealed under: an account's, or the month's for who has none. */
export function keySubject(accountId: string | null, at: Date): string {
  return accountId === null ? monthSubject(at) : `account:${accountId}`
}

function monthSubject(at: Date): string {
  return `month:${at.toISOString().slice(0, 7)}`
}

export function newEventKey(): Buffer {
  return randomBytes(keyBytes)
}

/** The subject's key, made when there is none; null when it was destroyed. */
export async function eventKeyOf(db: Database, subject: string, now: Date): Promise<Buffer | null> {
  const find = () => db.selectFrom('access.event_keys').select('key').where('subject', '=', subject).executeTakeFirst()
  const known = await find()
  if (known) return known.key
  const made = { subject, key: newEventKey(), created_at: now, destroyed_at: null }
  await db
    .insertInto('access.event_keys')
    .values(made)
    .onConflict((conflict) => conflict.column('subject').doNothing())
    .execute()
  return (await find())?.key ?? null
}

/** The keys that there still are of these subjects. */
export async function eventKeysOf(db: Database, subjects: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  if (subjects.length === 0) return new Map()
  const rows = await db
    .selectFrom('access.event_keys')
    .select(['subject', 'key'])
    .where('subject', 'in', [...new Set(subjects)])
    .execute()
  return new Map(rows.flatMap(({ subject, key }) => (key ? [[subject, key] as const] : [])))
}

/** From now on who the account belonged to can be read in no line; every line and its proof stay. */
export async function destroyEventKey(db: Database, accountId: string, now: Date): Promise<void> {
  await db
    .insertInto('access.event_keys')
    .values({ subject: keySubject(accountId, now), key: null, created_at: now, destroyed_at: now })
    .onConflict((conflict) => conflict.column('subject').doUpdateSet({ key: null, destroyed_at: now }))
    .execute()
}

/** Where strangers came from is forgotten after a year: the month's key goes, the lines stay. */
export async function forgetStrangers(db: Database, now: Date): Promise<void> {
  const oldest = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - strangersKeptMonths, 1))
  await db
    .updateTable('access.event_keys')
    .set({ key: null, destroyed_at: now })
    .where('subject', 'like', 'month:%')
    .where('subject', '<', monthSubject(oldest))
    .where('key', 'is not', null)
    .execute()
}
