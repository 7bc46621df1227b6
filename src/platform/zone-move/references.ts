import type pg from 'pg'
import type { ZoneRef } from '../module.ts'
import type { Pointer } from './catalog.ts'
import { movedTables } from './catalog.ts'

interface ReferenceRows {
  readonly name: string
  readonly lines: readonly string[]
}

/** Public keys of checkpoints: named in statements, not by a foreign key. */
const always = 'journal.signing_keys'

/** The rows of tables of the whole installation that a zone's rows point at: its own entry, its members' accounts, its catalogues. */
export async function referencesOf(
  client: pg.ClientBase,
  { zone, all }: { readonly zone: ZoneRef; readonly all: readonly Pointer[] },
): Promise<readonly ReferenceRows[]> {
  const zoned = new Map((await movedTables(client)).map((table) => [table.name, table]))
  const found = new Map<string, Set<string>>()
  for (const { from, column, to, target } of all) {
    const table = zoned.get(from)
    if (!table || zoned.has(to)) continue
    const { rows } = await client.query<{ line: string }>(
      `select row_to_json(r)::text as line from ${to} r where r."${target}" in
       (select "${column}" from ${from} where "${table.zone}" = $1) order by r."${target}"`,
      [zone.id],
    )
    const lines = found.get(to) ?? new Set()
    for (const { line } of rows) lines.add(to === 'access.accounts' ? withoutPassword(line) : line)
    found.set(to, lines)
  }
  const keys = await client.query<{ line: string }>(`select row_to_json(k)::text as line from ${always} k order by id`)
  found.set(always, new Set(keys.rows.map(({ line }) => line)))
  return [...found].map(([name, lines]) => ({ name, lines: [...lines] }))
}

/** A password's hash is nobody's to take away; the target's administrator sets another one. */
function withoutPassword(line: string): string {
  return JSON.stringify({ ...(JSON.parse(line) as Record<string, unknown>), password: '' })
}
