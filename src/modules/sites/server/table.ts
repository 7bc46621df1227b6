import type { ColumnType, Selectable } from 'kysely'
import type { SiteKind, SiteReason } from '../contract/find.ts'
import type { Needs } from '../contract/needs.ts'
import type { PickState } from '../contract/pick.ts'
import type { Standing } from '../domain/rank.ts'

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

/** numeric: text when it is read. */
type Numeric = ColumnType<string, string | number>
type Json<T> = ColumnType<T, string, string>

interface ProfileRow extends Standard {
  search_text: string
  title: string
  title_en: string | null
  parcel_id: string
  published: boolean
  dual_supply: boolean | null
  motorway_km: Numeric | null
  hand_over_on: string | null
  price_basis: string | null
  pitch: string | null
  pitch_en: string | null
}

interface StudyRow extends Standard {
  search_text: string
  name: string
  parcel_id: string
  lead_id: string | null
  industry_code: string | null
  layout: string
  green_sqm: Numeric | null
  investment_wan: Numeric | null
  tax_wan: Numeric | null
  setback_m: Numeric | null
  note: string | null
}

interface PickRow extends Standard {
  lead_id: string | null
  project_id: string | null
  site_kind: SiteKind
  site_id: string
  name: string
  state: PickState
  standing: Standing
  score: number
  needs: Json<Needs>
  reasons: Json<SiteReason[]>
  kept_on: string
  note: string | null
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'sites.profiles': ProfileRow
    'sites.studies': StudyRow
    'sites.picks': PickRow
  }
}

export type StoredPick = Selectable<PickRow>
export type StoredProfile = Selectable<ProfileRow>
