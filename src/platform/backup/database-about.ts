import type pg from 'pg'
import { readStatement } from '../journal/seal/statement.ts'
import type { Manifest } from './manifest.ts'

/** What a database says of itself at the begin of a backup. */
export interface About {
  /** By its own clock. */
  readonly now: Date
  readonly version: string
  readonly systemIdentifier: string
  readonly timeline: number
  readonly segmentBytes: number
  readonly migrations: readonly string[]
  readonly zones: Manifest['zones']
}

/** Needs a superuser on a server that is no standby. */
export async function aboutOf(client: pg.Client): Promise<About> {
  const { rows } =
    await client.query<Row>(`select clock_timestamp() as now, current_setting('server_version') as version,
    (select system_identifier::text from pg_control_system()) as system,
    ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int as timeline,
    (select setting::int from pg_settings where name = 'wal_segment_size') as segment`)
  const [row] = rows
  if (!row) throw new Error('PostgreSQL says nothing of itself')
  const { now, version, system: systemIdentifier, timeline, segment: segmentBytes } = row
  const migrations = await namesOf(client)
  return { now, version, systemIdentifier, timeline, segmentBytes, migrations, zones: await journalsOf(client) }
}

interface Row {
  readonly now: Date
  readonly version: string
  readonly system: string
  readonly timeline: number
  readonly segment: number
}

async function isThere(client: pg.Client, table: string): Promise<boolean> {
  const { rows } = await client.query('select to_regclass($1) is not null as there', [table])
  return rows[0]?.there === true
}

async function namesOf(client: pg.Client): Promise<string[]> {
  if (!(await isThere(client, 'platform.migrations'))) return []
  const { rows } = await client.query<{ name: string }>('select name from platform.migrations order by 1')
  return rows.map(({ name }) => name)
}

/** The zones that have a sealed journal, with its newest checkpoint; of all zones, since the owner of the server sees all. */
async function journalsOf(client: pg.Client): Promise<Manifest['zones']> {
  if (!(await isThere(client, 'journal.checkpoints'))) return []
  const { rows } = await client.query<{ statement: string }>(
    'select distinct on (zone_id) statement from journal.checkpoints order by zone_id, size desc',
  )
  return rows.flatMap(({ statement }) => {
    const stated = readStatement(statement)
    return stated ? [{ code: stated.zoneCode, journal: { size: stated.size, root: stated.root } }] : []
  })
}
