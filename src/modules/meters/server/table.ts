/** Numerics are decimal text. */
interface Standard {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
  sample: boolean
}

export interface MeterRow extends Standard {
  search_text: string
  number: string
  medium: 'water' | 'power' | 'heat' | 'gas'
  place_id: string | null
  work_id: string | null
  enterprise_id: string | null
  installed_on: string
  first_reading: string
  factor: string
  replaces_id: string | null
  removed_on: string | null
  last_reading: string | null
}

export interface ReadingRow extends Standard {
  month: string
  meter_id: string
  amount: string
  reader: string | null
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'meters.meters': MeterRow
    'meters.readings': ReadingRow
  }
}
