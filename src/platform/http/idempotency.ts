import { createHash } from 'node:crypto'
import { Problem } from '../../kernel/problem.ts'
import { newId } from '../ids.ts'
import type { Database, RequestContext } from '../module.ts'
import { later } from '../wire/later.ts'

/** A write of one account in one zone that carries an Idempotency-Key. */
export interface KeyedWrite {
  readonly key: string
  readonly zoneId: string
  readonly accountId: string
  /** Of endpoint and input, by `digestOf`. */
  readonly digest: string
  readonly context: Pick<RequestContext, 'now'>
}

/** The key of a header; undefined when none was sent. */
export function keyOf(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined
  if (typeof header === 'string' && /^[\x21-\x7e]{8,200}$/.test(header)) return header
  throw new Problem('invalid_input', 'http.idempotency_key_malformed', {
    zh: 'Idempotency-Key 应为 8 至 200 个可见 ASCII 字符。',
    en: 'An Idempotency-Key has 8 to 200 visible ASCII characters.',
  })
}

export function digestOf(endpointName: string, input: unknown): string {
  return createHash('sha256')
    .update(`${endpointName}\n${JSON.stringify(input)}`)
    .digest('hex')
}

/**
 * Runs the write unless its key has been used, within the write's own transaction: answer and effect commit together or not at all.
 * The same key with the same request gets the first answer again; two at once wait for each other; with another request it is refused.
 * A write that was refused leaves no key behind.
 */
export async function once(db: Database, write: KeyedWrite, run: () => Promise<unknown>): Promise<unknown> {
  const id = await claim(db, write)
  if (id === undefined) return replay(db, write)
  const answer = await run()
  const keeping = db
    .updateTable('access.answers')
    .set({ answer: JSON.stringify(answer) })
    .where('zone_id', '=', write.zoneId)
    .where('id', '=', id)
  await later(db, keeping.compile())
  return answer
}

/** The id of the new row; undefined when the key is taken. A transaction that holds the key is waited for here. */
async function claim(db: Database, write: KeyedWrite): Promise<string | undefined> {
  const { key, zoneId, accountId, digest } = write
  const { now } = write.context
  const by = { created_by: accountId, updated_by: accountId }
  const standard = { version: 1, created_at: now, updated_at: now, archived_at: null, ...by }
  const row = await db
    .insertInto('access.answers')
    .values({ zone_id: zoneId, id: newId(now), ...standard, account_id: accountId, key, digest, answer: null })
    .onConflict((conflict) => conflict.columns(['zone_id', 'account_id', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

async function replay(db: Database, { zoneId, accountId, key, digest }: KeyedWrite): Promise<unknown> {
  const row = await db
    .selectFrom('access.answers')
    .select(['digest', 'answer'])
    .where('zone_id', '=', zoneId)
    .where('account_id', '=', accountId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (row.digest === digest && row.answer !== null) return JSON.parse(row.answer)
  throw new Problem('rule_violated', 'http.idempotency_key_reused', {
    zh: '此 Idempotency-Key 已用于另一个请求，请换一个新的。',
    en: 'This Idempotency-Key was used for another request: send a new one.',
  })
}
