import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../test/setup/database.ts'
import { openDatabase } from './database.ts'
import { messageOf, openLog, valueless } from './log.ts'
import type { Database } from './module.ts'

let db: Database
beforeAll(async () => {
  db = openDatabase({ url: (await freshDatabase()).appUrl, maxConnections: 1 })
})
afterAll(() => db.destroy())

const lines: string[] = []
const log = openLog('info', { write: (line) => void lines.push(line) })
const secret = '91140800MA0K "周 敏" 13900001234'

/** The error of a statement on the secret value. */
async function failing(statement: (value: string) => ReturnType<typeof sql>): Promise<Error> {
  return statement(secret)
    .execute(db)
    .then(
      () => new Error('nothing failed'),
      (error: Error) => error,
    )
}

const failures: readonly (readonly [what: string, statement: (value: string) => ReturnType<typeof sql>, object])[] = [
  [
    'a row that is there already',
    (value) =>
      sql`insert into access.failures (subject, attempts, last_at) values (${value}, 1, now()), (${value}, 1, now())`,
    { code: '23505', schema: 'access', table: 'failures', constraint: 'failures_pkey' },
  ],
  [
    'a row without what it needs',
    (value) => sql`insert into access.failures (subject, attempts, last_at) values (${value}, null, now())`,
    { code: '23502', table: 'failures', column: 'attempts' },
  ],
  ['a text that is no number', (value) => sql`select ${value}::text::int`, { code: '22P02' }],
  ['a text that is no JSON', (value) => sql`select ${value}::text::jsonb`, { code: '22P02' }],
  ['a text that is no day', (value) => sql`select ${value}::text::date`, { code: '22007' }],
  ['a number out of range', () => sql`select ${'13900001234'}::text::int`, { code: '22003' }],
]

describe('an error of the database in the log', () => {
  it.each(failures)('%s: says what broke and not on which value', async (_what, statement, says) => {
    const error = await failing(statement)
    expect(JSON.stringify({ ...error, message: error.message })).toMatch(/91140800|1390000/)
    lines.length = 0
    log.error({ err: error }, 'request failed')
    log.warn({ err: new Error('a job failed', { cause: error }) }, 'job failed')
    log.warn({ err: new AggregateError([error], 'several') }, 'several')
    const [plain] = lines.map((line) => JSON.parse(line) as { err: object })
    expect(plain?.err).toMatchObject({ type: 'DatabaseError', message: expect.stringMatching(/./), ...says })
    expect(lines).toHaveLength(3)
    for (const part of ['91140800', '周', '1390000']) expect(`${lines.join('')}${messageOf(error)}`).not.toContain(part)
  })

  it('says where in the code it happened, and the causes of an error that is another', async () => {
    const cause = await failing((value) => sql`select ${value}::text::int`)
    const other = Object.assign(new Error('not read', { cause }), { sheet: 3 })
    const bare = valueless(other) as Error
    expect(bare).toMatchObject({ message: 'not read', sheet: 3 })
    expect(bare.stack).toMatch(/^Error: not read\n {4}at .*log\.db\.test\.ts/)
    expect((bare.cause as Error).message).toBe('invalid input syntax for type integer: "…"')
    expect(other.cause).toBe(cause)
  })
})
