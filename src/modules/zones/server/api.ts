import { buildCalendar, type Calendar } from '../../../kernel/calendar.ts'
import { Problem } from '../../../kernel/problem.ts'
import { inZone } from '../../../platform/database.ts'
import type { Database } from '../../../platform/module.ts'
import type { Zone, ZoneSettings } from '../contract.ts'
import * as store from './store.ts'

/** The zone of this short code, or undefined. */
export const findZone = store.findZone

/** The zone of this short code; refuses one that this installation does not have. */
export async function getZone(db: Database, code: string): Promise<Zone> {
  const zone = await store.findZone(db, code)
  if (zone) return zone
  throw new Problem('not_found', 'zones.unknown', {
    zh: `本系统中没有开发区“${code}”。`,
    en: `This installation has no zone "${code}".`,
  })
}

/** What one transaction has read already: within it a zone's settings do not change under the reader. */
const readIn = new WeakMap<Database, Map<string, Promise<ZoneSettings>>>()

/** A zone with the reforms in force and its calendar, read once in a transaction; throws when the zone is unknown. */
export async function getSettings(db: Database, code: string): Promise<ZoneSettings> {
  if (!db.isTransaction) return readSettings(db, code)
  const known = readIn.get(db) ?? new Map<string, Promise<ZoneSettings>>()
  readIn.set(db, known)
  const reading = known.get(code) ?? readSettings(db, code)
  known.set(code, reading)
  return reading
}

async function readSettings(db: Database, code: string): Promise<ZoneSettings> {
  const zone = await getZone(db, code)
  const settings = await inZone(db, zone.id, (zoned) => store.findSettings(zoned, zone.id))
  if (settings) return { zone, ...settings }
  throw new Problem('not_found', 'zones.no_settings', {
    zh: `开发区“${code}”还没有设置改革开关。`,
    en: `The zone "${code}" has no settings yet.`,
  })
}

const kept = new Map<string, Calendar>()
const keptAtMost = 64

/**
 * The working calendar of a zone: the loaded holiday notices and, when a zone is named, its own deviations.
 * Built once for each content: a calendar that changed is built anew at the next call.
 */
export async function zoneCalendar(db: Database, code?: string): Promise<Calendar> {
  return calendarOf(code === undefined ? await statutory(db) : (await getSettings(db, code)).calendar)
}

/** The calendar of settings that have been read. */
export function calendarOf({ years, overrides }: ZoneSettings['calendar']): Calendar {
  const key = JSON.stringify([years, overrides])
  const known = kept.get(key)
  if (known) return known
  if (kept.size >= keptAtMost) kept.clear()
  const calendar = buildCalendar(years, overrides)
  kept.set(key, calendar)
  return calendar
}

async function statutory(db: Database): Promise<ZoneSettings['calendar']> {
  return { years: await store.listYears(db), overrides: { off: [], work: [] } }
}
