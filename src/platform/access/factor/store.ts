import type { Database } from '../../module.ts'
import { openSecret, sealSecret } from '../../secrets.ts'

const place = (accountId: string) => `access.second_factor:${accountId}`

export interface Factor {
  /** Null when it was sealed under a key that this installation no longer has. */
  readonly secret: Buffer | null
  readonly confirmedAt: Date | null
  readonly lastStep: number
}

export async function findFactor(db: Database, accountId: string): Promise<Factor | undefined> {
  const row = await db
    .selectFrom('access.second_factors')
    .selectAll()
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  if (!row) return undefined
  const text = openSecret(row.secret, place(accountId))
  return {
    secret: text === null ? null : Buffer.from(text, 'base64'),
    confirmedAt: row.confirmed_at,
    lastStep: Number(row.last_step),
  }
}

/** A key that waits for its first code. One that is in use is not replaced: answers false. */
export async function savePending(db: Database, accountId: string, { secret, now }: { secret: Buffer; now: Date }) {
  const sealed = sealSecret(secret.toString('base64'), place(accountId))
  const row = await db
    .insertInto('access.second_factors')
    .values({ account_id: accountId, secret: sealed, created_at: now, confirmed_at: null, last_step: 0 })
    .onConflict((conflict) =>
      conflict
        .column('account_id')
        .doUpdateSet({ secret: sealed, created_at: now, last_step: 0 })
        .where('access.second_factors.confirmed_at', 'is', null),
    )
    .returning('account_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Takes a step for good; false when another request took it or a later one before. */
export async function takeStep(db: Database, accountId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('access.second_factors')
    .set({ last_step: step })
    .where('account_id', '=', accountId)
    .where('last_step', '<', String(step))
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function confirmFactor(db: Database, accountId: string, now: Date): Promise<void> {
  await db
    .updateTable('access.second_factors')
    .set({ confirmed_at: now })
    .where('account_id', '=', accountId)
    .where('confirmed_at', 'is', null)
    .execute()
}

/** Answers whether one was in use. */
export async function dropFactor(db: Database, accountId: string): Promise<boolean> {
  const gone = await db
    .deleteFrom('access.second_factors')
    .where('account_id', '=', accountId)
    .returning('confirmed_at')
    .executeTakeFirst()
  await db.deleteFrom('access.recovery_codes').where('account_id', '=', accountId).execute()
  return gone !== undefined && gone.confirmed_at !== null
}
