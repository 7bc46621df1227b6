import { randomBytes } from 'node:crypto'
import type { Database } from '../../module.ts'
import { markOf } from '../../secrets.ts'
import { hashSlowly, newSlowSalt } from '../passwords.ts'
import { base32 } from './totp.ts'

const count = 10
const signs = 10

/** Ten letters and digits, 50 random bits, written in two halves: `ABCDE-FGHIJ`. */
export function newRecoveryCode(): string {
  const text = base32(randomBytes(7)).slice(0, signs)
  return `${text.slice(0, 5)}-${text.slice(5)}`
}

/** As it is compared: people leave out the dash and write small letters. */
export function plainRecoveryCode(code: string): string {
  return code.toUpperCase().replace(/[^A-Z2-7]/g, '')
}

/** Under a slow hash, since 50 bits can be guessed by who has database and key; codes from before have no salt. */
async function marked(accountId: string, code: string, salt: string | null): Promise<string> {
  const plain = plainRecoveryCode(code)
  const text = salt === null ? plain : (await hashSlowly(plain, salt)).toString('base64')
  return markOf(text, `access.recovery_code:${accountId}`)
}

interface MadeCode {
  readonly code: string
  readonly mark: string
  readonly salt: string
}

/** New codes, which count when they are saved. Takes as long as ten passwords: not within a transaction. */
export async function makeRecoveryCodes(accountId: string): Promise<readonly MadeCode[]> {
  const salt = newSlowSalt()
  const codes = Array.from({ length: count }, newRecoveryCode)
  return Promise.all(codes.map(async (code) => ({ code, salt, mark: await marked(accountId, code, salt) })))
}

/** In place of all that there were. */
export async function saveRecoveryCodes(db: Database, accountId: string, made: readonly MadeCode[]): Promise<void> {
  await db.deleteFrom('access.recovery_codes').where('account_id', '=', accountId).execute()
  const rows = made.map(({ mark, salt }) => ({ account_id: accountId, mark, salt, used_at: null }))
  await db.insertInto('access.recovery_codes').values(rows).execute()
}

/** True once for each code. What has not the length of one costs nothing to refuse. */
export async function spendRecoveryCode(db: Database, accountId: string, { code, now }: { code: string; now: Date }) {
  if (plainRecoveryCode(code).length !== signs) return false
  const kept = await db
    .selectFrom('access.recovery_codes')
    .select('salt')
    .distinct()
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .execute()
  if (kept.length === 0) return false
  const marks = await Promise.all(kept.map(({ salt }) => marked(accountId, code, salt)))
  const { numUpdatedRows } = await db
    .updateTable('access.recovery_codes')
    .set({ used_at: now })
    .where('account_id', '=', accountId)
    .where('mark', 'in', marks)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function countRecoveryCodes(db: Database, accountId: string): Promise<number> {
  const rows = await db
    .selectFrom('access.recovery_codes')
    .select('mark')
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .execute()
  return rows.length
}
