import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/setup/database.ts'
import { openDatabase } from '../database.ts'
import type { Database } from '../module.ts'
import { bytesArray, intArray, textArray } from './arrays.ts'

let db: Database
beforeAll(async () => {
  db = openDatabase({ url: (await freshDatabase()).appUrl, maxConnections: 1 })
})
afterAll(() => db.destroy())

const many = Array.from({ length: 3_000 }, (_, i) => i - 1_500)

test.each([
  ['integer[]', [1, -2, 2_147_483_647, -2_147_483_648], intArray],
  ['integer[]', many, intArray],
  ['integer[]', [], intArray],
  ['text[]', ['', 'a', null, '落地𠮷', '{"NULL"}', '\\', '\u001f\n'], textArray],
  ['text[]', [null], textArray],
  ['text[]', many.map(String), textArray],
  ['text[]', [], textArray],
  ['bytea[]', [Buffer.from([0, 255, 92]), Buffer.alloc(0)], bytesArray],
  ['bytea[]', [], bytesArray],
])('%s stays what it was', async (type, values, written) => {
  const sent = (written as (all: unknown[]) => Buffer)(values)
  const { rows } = await sql<{ back: unknown }>`select ${sent}::${sql.raw(type)} as back`.execute(db)
  expect(rows[0]?.back).toEqual(values)
})
