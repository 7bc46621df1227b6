import type { Selectable } from 'kysely'
import type { CalendarOverrides } from '../../../kernel/calendar.ts'
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

/** The reforms in force; undefined when the zone has not set any. Needs the zone's context. */
export async function findReforms(db: Database, zoneId: string): Promise<Switches | undefined> {
  const row = await db
    .selectFrom('zones.settings')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  return row && reformsOf(row)
}

/** The zone's own days off and worked, in order. Needs the zone's context. */
export async function listOverrides(db: Database, zoneId: string): Promise<CalendarOverrides> {
  const rows = await db
    .selectFrom('zones.calendar_days')
    .select(['day', 'worked'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('day')
    .execute()
  return {
    off: rows.filter((row) => !row.worked).map((row) => row.day),
    work: rows.filter((row) => row.worked).map((row) => row.day),
  }
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
