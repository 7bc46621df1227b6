import type { Insertable } from 'kysely'
import type { CalendarYear, Day } from '../../../kernel/calendar.ts'
import { readDataFolder } from '../../../platform/data-files.ts'
import { inZone } from '../../../platform/database.ts'
import { publish } from '../../../platform/events/publish.ts'
import { newId } from '../../../platform/ids.ts'
import type { Database } from '../../../platform/module.ts'
import { type CalendarFile, parseCalendarFile } from '../domain/calendar-file.ts'
import { parseZoneFile, type ZoneFile } from '../domain/zone-file.ts'
import { listYears, listZones } from './store.ts'
import type { SettingsRow, ZoneRow } from './table.ts'

const importer = 'system:import'

/**
 * Brings in the zones and holiday notices of `data/`, all or nothing. Idempotent: a zone is known by its code and keeps its id;
 * its settings are written once, and afterwards belong to the zone.
 */
export async function importReference(db: Database, now: Date): Promise<void> {
  const zones = readDataFolder('zones').map((file) => parseZoneFile(file.path, file.content))
  const years = readDataFolder('calendar').map((file) => parseCalendarFile(file.path, file.content))
  await db.transaction().execute(async (transaction) => {
    const known = await listYears(transaction)
    for (const year of years) await saveYear(transaction, year)
    const changed = years.filter((year) => !isKnown(known, year)).map(({ year }) => year)
    if (changed.length > 0) await tellZones(transaction, changed, now)
    for (const zone of zones) await saveZone(transaction, zone, now)
  })
}

function isKnown(known: readonly CalendarYear[], { year, off, work }: CalendarFile): boolean {
  const before = known.find((one) => one.year === year)
  return before !== undefined && sameDays(before.off, off) && sameDays(before.work, work)
}

function sameDays(some: readonly Day[], others: readonly Day[]): boolean {
  return JSON.stringify(some.toSorted()) === JSON.stringify(others.toSorted())
}

/** A notice came or was corrected: every clock of the zones that are there runs by other days from now on. */
async function tellZones(db: Database, years: readonly number[], now: Date): Promise<void> {
  const caller = {
    ...{ accountId: null, name: importer, roles: [], permissions: new Set<never>() },
    ...{ enterpriseId: null, personId: null },
  }
  for (const { id, code } of await listZones(db)) {
    const acting = { now, caller, zone: { id, code }, requestId: newId(now) }
    const subject = { subjectKind: 'zones.zone', subjectId: id }
    await inZone(db, id, (zoned) =>
      publish(zoned, acting, { topic: 'zones.calendarChanged', ...subject, payload: { years } }),
    )
  }
}

async function saveYear(db: Database, { year, off, work, source, confidence }: CalendarFile): Promise<void> {
  const values = { days_off: [...off], days_worked: [...work], source, confidence }
  await db
    .insertInto('zones.calendar_years')
    .values({ year, ...values })
    .onConflict((conflict) => conflict.column('year').doUpdateSet(values))
    .execute()
}

async function saveZone(db: Database, file: ZoneFile, now: Date): Promise<void> {
  const values = zoneValues(file)
  const { id } = await db
    .insertInto('zones.zones')
    .values({ id: newId(now), code: file.code, ...values })
    .onConflict((conflict) => conflict.column('code').doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow()
  await inZone(db, id, (zoned) =>
    zoned
      .insertInto('zones.settings')
      .values(settingsValues(file, id, now))
      .onConflict((conflict) => conflict.column('zone_id').where('archived_at', 'is', null).doNothing())
      .execute(),
  )
}

function zoneValues(file: ZoneFile): Omit<Insertable<ZoneRow>, 'id' | 'code'> {
  return {
    name_zh: file.name.zh,
    name_en: file.name.en,
    level: file.level,
    province_zh: file.province.zh,
    province_en: file.province.en,
    county_code: file.countyCode,
    county_name_zh: file.countyName.zh,
    county_name_en: file.countyName.en,
    confidence: file.confidence,
  }
}

function settingsValues({ reforms }: ZoneFile, zoneId: string, now: Date): Insertable<SettingsRow> {
  return {
    zone_id: zoneId,
    id: newId(now),
    version: 1,
    created_at: now,
    created_by: importer,
    updated_at: now,
    updated_by: importer,
    archived_at: null,
    parallel: reforms.parallel,
    promised: reforms.promised,
    fast_preparation: reforms.fastPreparation,
    deferral: reforms.deferral,
    pre_review: reforms.preReview,
    commitment: reforms.commitment,
    standard_land: reforms.standardLand,
  }
}
