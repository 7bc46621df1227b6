import { join } from 'node:path'
import type pg from 'pg'
import { Problem } from '../../kernel/problem.ts'
import { nobodysHash } from '../access/passwords.ts'
import { portionsOf } from './check-files.ts'
import type { ZoneManifest } from './manifest.ts'

/** By table: the ids of rows whose content this installation has already under another one. */
export type Replaced = ReadonlyMap<string, ReadonlyMap<string, string>>

type Row = Record<string, unknown>

interface Taking {
  readonly manifest: ZoneManifest
  readonly from: string
}

/**
 * Rows of the whole installation: one that is there by its key stays; one whose content is there under another key (a catalogue, told by
 * its digest) is pointed at there; every other one is added. A login that somebody else has here is refused: it is another person.
 */
export async function takeReferences(client: pg.Client, { manifest, from }: Taking): Promise<Replaced> {
  const replaced = new Map<string, Map<string, string>>()
  for (const { name, file } of manifest.references) {
    for await (const lines of portionsOf(join(from, file), 100)) {
      for (const line of lines) {
        const row = name === 'access.accounts' ? await accountOf(client, line, manifest) : line
        if (row === null) continue
        const twin = await twinOf(client, name, row)
        if (twin) replaced.set(name, (replaced.get(name) ?? new Map()).set(twin.before, twin.now))
        else await add(client, name, row)
      }
    }
  }
  return replaced
}

/** As it may work here: in this zone only, after an administrator has given it a password. Null when it is here already. */
async function accountOf(client: pg.Client, line: string, { zone }: ZoneManifest): Promise<string | null> {
  const row = JSON.parse(line) as Row
  const { rows } = await client.query<{ id: string }>('select id from access.accounts where id = $1 or login = $2', [
    row.id,
    row.login,
  ])
  const [found] = rows
  if (found && found.id !== row.id) throw loginTaken(String(row.login))
  if (found) {
    await client.query(
      `update access.accounts set zones = array_append(zones, $2) where id = $1 and not zones @> array[$2]::uuid[]`,
      [row.id, zone.id],
    )
    return null
  }
  const home = row.home_zone === zone.id ? zone.id : null
  return JSON.stringify({ ...row, password: nobodysHash(), must_change: true, zones: [zone.id], home_zone: home })
}

/** The row of the same digest under another id; only tables that tell their content by a digest have twins. */
async function twinOf(client: pg.Client, table: string, line: string): Promise<{ before: string; now: string } | null> {
  const { id, digest } = JSON.parse(line) as Row
  if (typeof digest !== 'string') return null
  const { rows } = await client.query<{ id: string }>(`select id::text from ${table} where digest = $1`, [digest])
  const now = rows[0]?.id
  return now !== undefined && now !== id ? { before: String(id), now } : null
}

/** Of a table of which one row is current, the one that is current here stays so. */
async function add(client: pg.Client, table: string, line: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select attname::text as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  )
  const columns = rows.map(({ name }) => `"${name}"`)
  const values = columns.map((column) => (column === '"current"' ? 'false' : column))
  await client.query(
    `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')}
     from json_populate_record(null::${table}, $1::json) on conflict do nothing`,
    [line],
  )
}

function loginTaken(login: string): Problem {
  return new Problem('conflict', 'zone.login_taken', {
    zh: `登录名 ${login} 在本安装中属于另一个账号：请先在一边改名。`,
    en: `The login ${login} belongs to another account in this installation: rename one of them first.`,
  })
}
