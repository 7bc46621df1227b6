/** What every zoned table carries. */
interface Standard {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
}

interface ZoneRow {
  id: string
  code: string
  name_zh: string
  name_en: string
  level: 'national' | 'provincial'
  province_zh: string
  province_en: string
  county_code: string
  county_name_zh: string
  county_name_en: string
  confidence: string
}

interface CalendarYearRow {
  year: number
  days_off: string[]
  days_worked: string[]
  source: string
  confidence: string
}

interface SettingsRow extends Standard {
  parallel: boolean
  promised: boolean
  fast_preparation: boolean
  deferral: boolean
  pre_review: boolean
  commitment: boolean
  standard_land: boolean
}

interface CalendarDayRow extends Standard {
  day: string
  worked: boolean
  reason: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'zones.zones': ZoneRow
    'zones.calendar_years': CalendarYearRow
    'zones.settings': SettingsRow
    'zones.calendar_days': CalendarDayRow
  }
}

export type { CalendarYearRow, SettingsRow, ZoneRow }
