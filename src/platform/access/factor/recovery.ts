import { randomBytes } from 'node:crypto'
import type { Database } from '../../module.ts'
import { markOf } from '../../secrets.ts'
import { base32 } from './totp.ts'

const count = 10

/** Ten letters and digits, 50 random bits, written in two halves: `ABCDE-FGHIJ`. */
export function newRecoveryCode(): string {
  const text = base32(randomBytes(7)).slice(0, 10)
  return `${text.slice(0, 5)}-${text.slice(5)}`
}

/** As it is compared: people leave out the dash and write small letters. */
export function plainRecoveryCode(code: string): string {
  return code.toUpperCase().replace(/[^A-Z2-7]/g, '')
}

const marked = (accountId: string, code: string) => markOf(plainRecoveryCode(code), `access.recovery_code:${accountId}`)

/** New codes in place of all that there were. */
export async function renewRecoveryCodes(db: Database, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: count }, newRecoveryCode)
  await db.deleteFrom('access.recovery_codes').where('account_id', '=', accountId).execute()
  const rows = codes.map((code) => ({ account_id: accountId, mark: marked(accountId, code), used_at: null }))
  await db.insertInto('access.recovery_codes').values(rows).execute()
  return codes
}

/** True once for each code. */
export async function spendRecoveryCode(db: Database, accountId: string, { code, now }: { code: string; now: Date }) {
  const { numUpdatedRows } = await db
    .updateTable('access.recovery_codes')
    .set({ used_at: now })
    .where('account_id', '=', accountId)
    .where('mark', '=', marked(accountId, code))
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
