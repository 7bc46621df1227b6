import type { SpaceUse } from '../contract/words.ts'

interface Head {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
  sample: boolean
  search_text: string
}

/** Numeric columns come as decimal text. */
export interface BuildingRow extends Head {
  name: string
  place: string | null
  address: string | null
  use: SpaceUse
  standard_plant: boolean
  total_sqm: string
  storeys: number | null
  completed_on: string | null
  owner: string | null
  longitude: string | null
  latitude: string | null
  outline: string | null
  note: string | null
}

interface StoreyRow extends Head {
  name: string
  building_id: string
  level: number
  area_sqm: string
  height_m: string | null
  load_kn_sqm: string | null
}

export interface UnitRow extends Head {
  code: string
  building_id: string
  level: number | null
  use: SpaceUse
  area_sqm: string
  height_m: string | null
  load_kn_sqm: string | null
  crane_t: string | null
  power_kva: string | null
  asking_rent: string | null
  published: boolean
  note: string | null
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'space.buildings': BuildingRow
    'space.storeys': StoreyRow
    'space.units': UnitRow
  }
}
