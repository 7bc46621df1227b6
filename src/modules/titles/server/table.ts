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

export interface TitleRow extends Standard {
  search_text: string
  name: string
  level: 'national' | 'provincial' | 'city'
  granted_by: string
  document: string
  granted_on: string
  valid_until: string | null
  reassess_on: string | null
  revoked_on: string | null
  place_id: string | null
  note: string | null
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'titles.titles': TitleRow
  }
}
