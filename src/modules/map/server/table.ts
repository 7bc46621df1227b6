import type { Publication } from '../contract/publication.ts'

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

export interface SettingRow extends Standard {
  search_text: string
  holder: string
  /** Numeric: decimal text. */
  longitude: string
  latitude: string
  zoom: string
  public_tolerance_m: number
  review_number: string | null
  valid_from: string
  valid_until: string | null
  source: string
}

export interface PublicationRow extends Standard {
  layer: string
  audience: Publication['audience']
  review_number: string
  reviewed_on: string
  tolerance_m: string
  published_on: string
  withdrawn_on: string | null
  reason: string | null
  actor_name: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'map.settings': SettingRow
    'map.publications': PublicationRow
  }
}
