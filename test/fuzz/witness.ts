import type pg from 'pg'
import type { Asked } from './ask.ts'

/** What a writing request that succeeded has left in the journals, looked at from the database's side. */
export interface Witness {
  /** To be called before a request that may write. */
  readonly before: () => Promise<void>
  readonly after: (asked: Asked) => Promise<void>
  /** Writing doors that succeeded and left an event at least once. */
  readonly told: ReadonlySet<string>
  /** Doors that succeeded without an event: the tables whose rows they changed all the same. */
  readonly silent: ReadonlyMap<string, ReadonlySet<string>>
}

/** Rows that every request may move, whoever asks for what. */
const ofEveryRequest = new Set(['access.sessions', 'access.answers'])

export async function witness(client: pg.Client): Promise<Witness> {
  // Of this test's own copy: events are looked for by request.
  await client.query('create index on journal.events (request_id)')
  await client.query('create index on access.events (request_id)')
  const tables = await tablesOf(client)
  const told = new Set<string>()
  const silent = new Map<string, Set<string>>()
  let first = '0'
  return {
    told,
    silent,
    async before() {
      const { rows } = await client.query('select pg_snapshot_xmax(pg_current_snapshot())::text as next')
      first = rows[0].next
    },
    async after({ door, answer, requestId }) {
      if (door.endpoint.effect !== 'write' || answer.status < 200 || answer.status >= 300) return
      const { rows } = await client.query(
        `select 1 as event from journal.events where request_id = $1
         union all select 1 from access.events where request_id = $1`,
        [requestId],
      )
      if (rows.length === 0) {
        const changed = silent.get(door.name) ?? new Set()
        for (const table of await changedSince(client, tables, first)) changed.add(table)
        silent.set(door.name, changed)
        return
      }
      told.add(door.name)
    },
  }
}

async function tablesOf(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  return rows.map(({ name }) => name)
}

/** Tables with rows of a transaction that began later. */
async function changedSince(client: pg.Client, tables: readonly string[], first: string): Promise<string[]> {
  const asked = tables.map(
    (name) => `select '${name}' as name where exists (select from ${name} where xmin::text::bigint >= $1)`,
  )
  const { rows } = await client.query<{ name: string }>(asked.join(' union all '), [first])
  return rows.map(({ name }) => name).filter((name) => !ofEveryRequest.has(name))
}
