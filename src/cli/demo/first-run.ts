import { sql } from 'kysely'
import { legalDayOf } from '../../kernel/legal-day.ts'
import { listDemoLogins } from '../../platform/access/demo.ts'
import { zoneDirectory } from '../../platform/access/zones.ts'
import { inZone } from '../../platform/database.ts'
import { findAct } from '../../platform/demo/acts.ts'
import type { Database, ModuleDefinition, ZoneRef } from '../../platform/module.ts'
import { registryOf } from '../../platform/records/registry.ts'
import { loadDemo } from './data.ts'
import { demoZones, type Seeding, seed, zonesNamed } from './seed.ts'

interface Opened {
  readonly db: Database
  readonly modules: readonly ModuleDefinition[]
}

interface FirstRun extends Pick<Seeding, 'now' | 'log' | 'before'> {
  /** Codes of the zones to build; absent: all. */
  readonly only?: readonly string[]
}

/**
 * Builds the demo of every zone (or of the wanted ones) when no zone has any record yet, and goes on with a demo that was begun and not ended.
 * Answers whether it did anything: a second start never does.
 */
export async function seedFirstRun(opened: Opened, { only, ...moment }: FirstRun): Promise<boolean> {
  const data = await loadDemo()
  const known = await demoZones(opened, data)
  const wanted = only === undefined ? known : zonesNamed(known, only)
  const zones = (await isEmpty(opened)) ? wanted : await begunOnly(opened.db, known)
  if (zones.length === 0) return false
  await seed({ ...opened, ...moment, on: legalDayOf(moment.now) }, zones, data)
  return true
}

/** Whether no zone has any record, archived or not. */
export async function isEmpty({ db, modules }: Opened): Promise<boolean> {
  const kinds = [...registryOf(modules).values()]
  for (const { id } of await zoneDirectory(modules).list(db)) {
    const found = await inZone(db, id, async (zoned) => {
      for (const { table } of kinds) if (await hasRow(zoned, table, id)) return true
      return false
    })
    if (found) return false
  }
  return true
}

async function hasRow(db: Database, table: string, zoneId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(table)} where zone_id = ${zoneId} limit 1`.execute(db)
  return rows.length > 0
}

async function begunOnly(db: Database, zones: readonly ZoneRef[]): Promise<ZoneRef[]> {
  const open: ZoneRef[] = []
  for (const zone of zones) {
    const unfinished = await inZone(db, zone.id, async (zoned) => {
      if ((await findAct(zoned, zone.id, 'begin')) === undefined) return false
      return (await findAct(zoned, zone.id, 'end')) === undefined
    })
    if (unfinished) open.push(zone)
  }
  return open
}

/** One line that tells the demo accounts: their pattern, roles and password; null when there are none. */
export async function demoLine(db: Database, password: string): Promise<string | null> {
  const logins = await listDemoLogins(db)
  if (logins.length === 0) return null
  const names = [...new Set(logins.map((login) => login.split('@')[0]))]
  const zones = [...new Set(logins.map((login) => login.replace(/^.*@|\.demo$/g, '')))]
  return `Demo accounts: <name>@<zone>.demo, password ${password}; names: ${names.join(', ')}; zones: ${zones.join(', ')}`
}
