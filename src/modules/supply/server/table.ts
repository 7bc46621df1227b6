import type { ColumnType } from 'kysely'
import type { LandKind } from '../../parcels/contract/parcel.ts'
import type { AgreedIndicator } from '../contract/indicator.ts'
import type {
  ClauseKind,
  Criterion,
  DemandReadiness,
  DemandState,
  KeyLevel,
  methods,
  OfferingState,
  Purpose,
} from '../contract/words.ts'

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

/** Numeric comes as decimal text. */
type Numeric = ColumnType<string, number | string>
/** JSON goes in as text and comes out parsed. */
type Json<T> = ColumnType<T, string>

interface PlanLineRow extends Standard {
  search_text: string
  title: string
  year: number
  quarter: 'q1' | 'q2' | 'q3' | 'q4'
  parcel_id: string
  area_sqm: number
  purpose: Purpose
  note: string | null
}

interface WeightRow extends Standard {
  search_text: string
  criterion: Criterion
  points: Numeric
  zero_at: Numeric
  full_at: Numeric
  valid_from: string
  valid_until: string | null
  source: string
  confidence: string
}

export interface DemandRow extends Standard {
  search_text: string
  title: string
  project_id: string | null
  purpose: Purpose
  area_sqm: number
  key_level: KeyLevel | null
  investment_yuan: string | null
  tax_per_mu: Numeric | null
  energy_per_wan: Numeric | null
  readiness: DemandReadiness | null
  applied_on: string
  note: string | null
  state: DemandState
  parcel_id: string | null
}

export interface StoredMove {
  readonly title: string
  readonly fromRank: number
  readonly toRank: number
  readonly reachedBefore: boolean
  readonly reachedAfter: boolean
}

interface DemandActRow {
  zone_id: string
  id: string
  created_at: Date
  created_by: string
  sample: boolean
  demand_id: string
  verb: 'allocate' | 'drop' | 'defer' | 'resume'
  happened_on: string
  reason: string
  parcel_id: string | null
  actor_name: string
  moves: Json<StoredMove[]>
}

interface OfferingRow extends Standard {
  parcel_id: string
  number: string
  method: (typeof methods)[number]
  purpose: Purpose
  land_kind: LandKind
  area_sqm: Numeric
  land_grade: number
  announced_on: string
  opens_on: string
  closes_on: string
  start_price_yuan: string
  planning_conditions: string
  indicators: Json<AgreedIndicator[]>
  state: OfferingState
  enterprise_id: string | null
  project_id: string | null
  price_yuan: string | null
  sold_on: string | null
  confirmation: string | null
  commitment: string | null
}

interface ContractRow extends Standard {
  parcel_id: string
  offering_id: string | null
  enterprise_id: string
  project_id: string | null
  number: string
  build_number: string | null
  signed_on: string
  land_kind: LandKind
  purpose: Purpose
  area_sqm: Numeric
  price_yuan: string
  planning_conditions: string
  handover_due: string
  start_due: string
  completion_due: string
  production_due: string
  output_due: string
  late_start_permille: Numeric
  late_completion_permille: Numeric
  late_pay_permille: Numeric
  cap_percent: Numeric | null
  handed_over_on: string | null
  handover_document: string | null
}

export type TermBody =
  | AgreedIndicator
  | { readonly kind: ClauseKind; readonly words: string; readonly answers: Readonly<Record<string, string>> }
  | { readonly dueOn: string; readonly amountYuan: string }

interface TermRow {
  zone_id: string
  id: string
  contract_id: string
  ordinal: number
  created_at: Date
  created_by: string
  sample: boolean
  kind: 'indicator' | 'clause' | 'instalment'
  body: Json<TermBody>
}

interface EventRow {
  zone_id: string
  id: string
  created_at: Date
  created_by: string
  sample: boolean
  contract_id: string
  kind: 'payment' | 'permit' | 'holder'
  happened_on: string
  document: string
  amount_yuan: string | null
  code: string | null
  enterprise_id: string | null
  actor_name: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'supply.plan_lines': PlanLineRow
    'supply.weights': WeightRow
    'supply.demands': DemandRow
    'supply.demand_acts': DemandActRow
    'supply.offerings': OfferingRow
    'supply.contracts': ContractRow
    'supply.contract_terms': TermRow
    'supply.contract_events': EventRow
  }
}

export type { ContractRow, DemandActRow, EventRow, OfferingRow, TermRow }
