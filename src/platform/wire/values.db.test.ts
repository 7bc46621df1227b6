import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../test/setup/database.ts'
import { openDatabase } from '../database.ts'
import type { Database } from '../module.ts'

let db: Database
beforeAll(async () => {
  db = openDatabase({ url: (await freshDatabase()).appUrl, maxConnections: 1 })
})
afterAll(() => db.destroy())

/** Sent as a parameter of this type and read back, three times more than it takes to be prepared. */
async function back(value: unknown, type: string): Promise<unknown> {
  const seen: unknown[] = []
  for (let i = 0; i < 6; i++) {
    const { rows } = await sql<{ back: unknown }>`select ${value}::${sql.raw(type)} as back`.execute(db)
    seen.push(rows[0]?.back)
  }
  for (const one of seen) expect(one).toEqual(seen[0])
  return seen[0]
}

describe('values on their way to PostgreSQL and back', () => {
  it.each([
    ['text', '落地 "引号" \\ \' {,} NULL \n'],
    ['text', ''],
    ['integer', -7],
    ['boolean', true],
    ['boolean', false],
    ['text', null],
    ['bytea', Buffer.from([0, 1, 255, 92])],
    ['text[]', ['a', '', 'NULL', 'null', '"', '\\', '{}', ',', '空 格', null]],
    ['integer[]', [1, -2, 3]],
    ['integer[]', []],
    ['text[]', [['a', 'b'] as unknown, ['c', 'd']]],
    ['bytea[]', [Buffer.from([1, 0, 92]), Buffer.from('"')]],
    ['jsonb', { a: ['b', { c: '"\\' }], d: null }],
    ['date', '2026-02-28'],
    ['date[]', ['2026-02-28', '2027-01-01']],
  ])('%s stays what it was: %j', async (type, value) => {
    expect(await back(value, type)).toEqual(value)
  })

  it.each(['2026-11-30T10:20:30.456Z', '0999-01-01T00:00:00.000Z', '+012345-06-07T08:09:10.000Z'])(
    'a moment stays the same in whatever zone the machine is: %s',
    async (iso) => {
      expect(await back(new Date(iso), 'timestamptz')).toEqual(new Date(iso))
    },
  )

  it('a moment before our era too', async () => {
    const { rows } = await sql<{ text: string }>`select to_char(${new Date('-000001-02-03T00:00:00Z')}::timestamptz
      at time zone 'UTC', 'YYYY-MM-DD BC') as text`.execute(db)
    expect(rows).toEqual([{ text: '0002-02-03 BC' }])
  })

  it('what is no moment is refused by PostgreSQL as a value, and the connection goes on', async () => {
    await expect(back(new Date(Number.NaN), 'timestamptz')).rejects.toMatchObject({ code: '22007' })
    const circle: Record<string, unknown> = {}
    circle.self = circle
    await expect(back(circle, 'jsonb')).rejects.toThrow(TypeError)
    expect(await back('still here', 'text')).toBe('still here')
  })
})
