import type { ColumnType, Selectable } from 'kysely'
import type { Shape } from '../../../kernel/geometry/shape.ts'
import type { AssessmentKind, AssessmentState, Effect, GroundFinding } from '../contract/assessment.ts'
import type { IndicatorCode } from '../contract/indicator.ts'
import type { LandKind, LandUse, ServiceLevel } from '../contract/parcel.ts'
import type { Datum } from '../contract/shape.ts'
import type { ParcelState, SideState } from '../contract/state.ts'

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

/** Numeric columns are decimal text. */
export interface ParcelRow extends Standard {
  search_text: string
  code: string
  name: string
  location: string | null
  registered_area_sqm: string
  land_use: LandUse
  land_kind: LandKind
  industries: string | null
  state: ParcelState
  side_states: SideState[] | null
  service_level: ServiceLevel
  converted: boolean | null
  voltage_kv: string | null
  power_kva: string | null
  water_tpd: string | null
  gas_m3h: string | null
  steam_tph: string | null
  heat_mw: string | null
  drainage_tpd: string | null
  road_width_m: string | null
  rail: boolean | null
  floor_price_yuan_sqm: string | null
  land_grade: number | null
  retired_on: string | null
  note: string | null
}

interface ShapeTable extends Standard {
  parcel_id: string
  geometry: ColumnType<Shape, string, never>
  drawn_sqm: string
  west: number
  south: number
  east: number
  north: number
  valid_from: string
  valid_until: string | null
  datum: Datum
  source: string
  actor_name: string
}

export type ShapeRow = Selectable<ShapeTable>

interface ExtentRow extends Standard {
  title: string
  west: string
  south: string
  east: string
  north: string
  valid_from: string
  source: string
}

export interface AssessmentRow extends Standard {
  search_text: string
  title: string
  kind: AssessmentKind
  state: AssessmentState
  parcel_codes: string | null
  approved_on: string
  valid_until: string | null
  document: string
  authority: string
  effect: Effect
  finding: GroundFinding
  negative_industries: string | null
  result: string | null
}

export interface PlacementRow extends Standard {
  project_id: string
  parcel_id: string
  since: string
  until: string | null
  reason: string
  actor_name: string
}

interface IndicatorRow extends Standard {
  search_text: string
  title: string
  code: IndicatorCode
  industry: string | null
  direction: 'gte' | 'lte' | 'eq'
  threshold: string
  unit: string
  phase: 'completion' | 'output' | 'acceptance'
  owner: string
  valid_from: string
  valid_until: string | null
  source: string
  confidence: string
}

interface ExceptionRow extends Standard {
  search_text: string
  document: string
  parcel_id: string
  code: IndicatorCode
  threshold: string
  decided_on: string
  decided_by: string
  reason: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'parcels.parcels': ParcelRow
    'parcels.shapes': ShapeTable
    'parcels.extents': ExtentRow
    'parcels.indicators': IndicatorRow
    'parcels.exceptions': ExceptionRow
    'parcels.assessments': AssessmentRow
    'parcels.placements': PlacementRow
  }
}
