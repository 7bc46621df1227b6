import { type Selectable, sql } from 'kysely'
import type { Database } from '../../../platform/module.ts'
import type { Switches } from '../contract/switches.ts'
import type { Zone, ZoneSettings } from '../contract.ts'
import type { SettingsRow, ZoneRow } from './table.ts'

type Years = ZoneSettings['calendar']['years']

export async function listZones(db: Database): Promise<Zone[]> {
  const rows = await db.selectFrom('zones.zones').selectAll().orderBy('county_code').orderBy('code').execute()
  return rows.map(zoneOf)
}

export async function findZone(db: Database, code: string): Promise<Zone | undefined> {
  const row = await db.selectFrom('zones.zones').selectAll().where('code', '=', code).executeTakeFirst()
  return row && zoneOf(row)
}

/**
 * The reforms in force, the zone's own days off and worked, and the holiday notices of all years, in one question; undefined when the zone has
 * set no reforms. Needs the zone's context.
 */
export async function findSettings(db: Database, zoneId: string): Promise<Omit<ZoneSettings, 'zone'> | undefined> {
  const own = (worked: boolean) => sql<string[]>`array(select day from zones.calendar_days
    where zone_id = ${zoneId} and archived_at is null and worked = ${worked} order by day)`
  const years = sql<Years>`(select coalesce(json_agg(json_build_object('year', year, 'off', days_off, 'work', days_worked,
    'source', source, 'confidence', confidence) order by year), '[]') from zones.calendar_years)`
  const row = await db
    .selectFrom('zones.settings')
    .selectAll()
    .select([own(false).as('off'), own(true).as('work'), years.as('years')])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  return { reforms: reformsOf(row), calendar: { overrides: { off: row.off, work: row.work }, years: row.years } }
}

export async function listYears(db: Database): Promise<Years> {
  const rows = await db.selectFrom('zones.calendar_years').selectAll().orderBy('year').execute()
  return rows.map((row) => ({
    year: row.year,
    off: row.days_off,
    work: row.days_worked,
    source: row.source,
    confidence: row.confidence,
  }))
}

function zoneOf(row: Selectable<ZoneRow>): Zone {
  return {
    id: row.id,
    code: row.code,
    name: { zh: row.name_zh, en: row.name_en },
    level: row.level,
    province: { zh: row.province_zh, en: row.province_en },
    countyCode: row.county_code,
    countyName: { zh: row.county_name_zh, en: row.county_name_en },
    confidence: row.confidence,
  }
}

function reformsOf(row: Selectable<SettingsRow>): Switches {
  return {
    parallel: row.parallel,
    promised: row.promised,
    fastPreparation: row.fast_preparation,
    deferral: row.deferral,
    preReview: row.pre_review,
    commitment: row.commitment,
    standardLand: row.standard_land,
  }
}
