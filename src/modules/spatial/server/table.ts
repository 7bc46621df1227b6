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

export interface PlaceRow extends Standard {
  search_text: string
  name: string
  kind: 'core' | 'park' | 'base' | 'specialisedPark' | 'distinctiveBase' | 'scienceMuseum' | 'other'
  within_id: string | null
  industry: string | null
  keeper_id: string | null
  opened_on: string | null
  closed_on: string | null
  area_sqm: string | null
  shape: string | null
  note: string | null
}

interface OccupantRow extends Standard {
  place_id: string
  enterprise_id: string | null
  project_id: string | null
  since: string
  until: string | null
  note: string | null
}

export interface PlanRow extends Standard {
  search_text: string
  name: string
  level: 'control' | 'special'
  subject: string | null
  approved_by: string
  document: string
  approved_on: string
  valid_until: string | null
  supersedes_id: string | null
  uses: string[] | null
  shape: string | null
  note: string | null
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'spatial.places': PlaceRow
    'spatial.occupants': OccupantRow
    'spatial.plans': PlanRow
  }
}
