import type pg from 'pg'
import { listZonedTables } from '../../src/platform/linter/lint.ts'
import type { Registry } from '../../src/platform/records/registry.ts'
import type { Door } from './doors.ts'

const mostValues = 40
const mostIds = 60
const ofTable = 25

/**
 * What requests are made of beyond their schemas: ids and versions of the zone's rows, and values that the program itself has answered
 * with, by the name under which it did. It grows with every answer.
 */
export interface Pool {
  /** Ids for a place in an address or a field: `cases`, `projectId`, `enterprise`. */
  readonly ids: (name: string, door: Door) => readonly string[]
  readonly values: (name: string, door: Door) => readonly unknown[]
  /** As the declaration of the door's kind of record gives it for this field. */
  readonly exampleOf: (name: string, door: Door) => unknown
  readonly versionOf: (id: string) => number
  readonly learn: (door: Door, body: unknown) => void
  /** Looks a row's version up again, after it was changed. */
  readonly refresh: (id: string) => Promise<void>
  /** Ids of another zone's rows. */
  readonly foreign: readonly string[]
}

interface Tables {
  readonly client: pg.Client
  readonly here: string
  readonly elsewhere: string
}

export async function poolOf({ client, here, elsewhere }: Tables, registry: Registry): Promise<Pool> {
  const tables = (await listZonedTables(client)).filter(({ zone }) => zone === 'zone_id').map(({ name }) => name)
  const byTable = new Map<string, string[]>()
  const homes = new Map<string, string>()
  const versions = new Map<string, number>()
  const foreign: string[] = []
  for (const table of tables) {
    for (const row of await rowsOf(client, table, here)) {
      push(byTable, table, row.id)
      homes.set(row.id, table)
      versions.set(row.id, row.version ?? 1)
    }
    foreign.push(...(await rowsOf(client, table, elsewhere)).slice(0, 3).map(({ id }) => id))
  }
  const everyId = [...byTable.values()].flatMap((list) => list.slice(0, 3))
  const kinds = [...registry.values()]
  const learned = new Map<string, string[]>()
  const named = new Map<string, unknown[]>()
  const texts = new Map<string, Set<string>>()
  for (const kind of kinds) {
    note(named, texts, 'kind', kind.name)
    for (const [field, { example, personal }] of Object.entries(kind.fields)) {
      if (!personal && example !== undefined) note(named, texts, field, example)
    }
  }

  const tableOf = (name: string, door: Door): string | undefined => {
    const kind = kinds.find((one) => door.name.startsWith(`${one.name}.`))
    const to = kind?.fields[name]?.to
    if (to !== undefined) return registry.get(to)?.table
    const noun = name.replace(/Ids?$/, '')
    const byPath = kinds.find(({ path }) => path === noun)
    if (byPath) return byPath.table
    const module = door.name.split('.')[0] ?? ''
    const snake = noun.replace(/-/g, '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    const wanted = [snake, `${snake}s`, snake.replace(/y$/, 'ies'), `${snake}es`]
    const fits = tables.filter((table) => wanted.includes(table.split('.')[1] ?? ''))
    const byName = kinds.find((one) => one.name.endsWith(`.${noun}`) || one.name.endsWith(`.${noun.replace(/s$/, '')}`))
    return fits.find((table) => table.startsWith(`${module}.`)) ?? fits[0] ?? byName?.table
  }
  const ids: Pool['ids'] = (asked, door) => {
    // A comparison is between two events of a history.
    const name =
      door.name.endsWith('.compare') && asked !== 'id' && !door.path.includes(`/${asked}/`) ? 'history' : asked
    const table = tableOf(name, door)
    const found = [...(table ? (byTable.get(table) ?? []) : []), ...(learned.get(name) ?? [])]
    if (found.length > 0) return found
    const module = `${door.name.split('.')[0]}.`
    const near = tables.filter((one) => one.startsWith(module)).flatMap((one) => byTable.get(one) ?? [])
    return near.length > 0 ? near : everyId
  }
  return {
    ids,
    foreign,
    values(name, door) {
      const kind = kinds.find((one) => door.name.startsWith(`${one.name}.`))
      const example = kind?.fields[name]?.example
      return [...(example === undefined ? [] : [example, example, example]), ...(named.get(name) ?? [])]
    },
    exampleOf: (name, door) => {
      const field = kinds.find((one) => door.name.startsWith(`${one.name}.`))?.fields[name]
      return field?.to === undefined ? field?.example : undefined
    },
    versionOf: (id) => versions.get(id) ?? 1,
    learn(door, body) {
      const parts = door.path.split('/').filter((part) => part !== '')
      const last = parts.findLast((part) => !part.startsWith('{')) ?? ''
      const collection = parts[3] ?? ''
      walk(body, (name, value, holder) => {
        const { id, version } = holder as { id?: unknown; version?: unknown }
        if (typeof id === 'string' && name === 'id') {
          pushNew(learned, last, id)
          if (typeof version === 'number') versions.set(id, version)
          const table = tableOf(collection, door)
          const known = homes.get(id) ?? (parts.length === 4 ? table : undefined)
          if (known !== undefined) {
            homes.set(id, known)
            pushNew(byTable, known, id)
          }
        }
        // An act on many answers with the id under which it is undone.
        if (name === 'bulk' && typeof value === 'string') pushNew(learned, 'bulk', value)
        note(named, texts, name, value)
      })
    },
    async refresh(id) {
      const table = homes.get(id)
      if (table === undefined) return
      const { rows } = await client.query(`select to_jsonb(t) ->> 'version' as version from ${table} t where id = $1`, [
        id,
      ])
      if (rows[0]?.version) versions.set(id, Number(rows[0].version))
    },
  }
}

async function rowsOf(
  client: pg.Client,
  table: string,
  zone: string,
): Promise<{ id: string; version: number | null }[]> {
  const asked = `select t.id, (to_jsonb(t) ->> 'version')::int as version from ${table} t
    where zone_id = (select id from zones.zones where code = $1) and to_jsonb(t) ->> 'archived_at' is null
    order by id desc limit ${ofTable}`
  return (await client.query(asked, [zone])).rows
}

function push(into: Map<string, string[]>, key: string, value: string): void {
  const list = into.get(key)
  if (list) list.push(value)
  else into.set(key, [value])
}

/** The newest are kept: what was made last is most likely still there to be acted on. */
function pushNew(into: Map<string, string[]>, key: string, value: string): void {
  const list = into.get(key) ?? []
  const at = list.indexOf(value)
  if (at >= 0) list.splice(at, 1)
  list.push(value)
  if (list.length > mostIds) list.shift()
  into.set(key, list)
}

function note(named: Map<string, unknown[]>, texts: Map<string, Set<string>>, name: string, value: unknown): void {
  if (value === null || value === undefined || value === '') return
  const list = named.get(name) ?? []
  const text = JSON.stringify(value)
  const seen = texts.get(name) ?? new Set()
  if (text.length > 4_000 || seen.has(text)) return
  seen.add(text)
  list.push(value)
  if (list.length > mostValues) list.shift()
  named.set(name, list)
  texts.set(name, seen)
}

/** Every named value of an answer, the objects among them too; long lists by their first entries. */
function walk(value: unknown, see: (name: string, value: unknown, holder: object) => void): void {
  if (Array.isArray(value)) {
    for (const one of value.slice(0, 5)) walk(one, see)
    return
  }
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value).slice(0, 80)) {
    see(name, inner, value)
    walk(inner, see)
  }
}
