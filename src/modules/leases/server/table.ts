import type { ColumnType } from 'kysely'
import type { Meter } from '../contract/reading.ts'
import type { SharingRule } from '../contract/shared.ts'
import type { BillKind, BillState, FreePeriod, RentStep } from '../contract/terms.ts'

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
}

type Json<T> = ColumnType<T, string, string>

/** Numeric columns come as decimal text. */
export interface LeaseTable extends Head {
  number: string
  enterprise_id: string
  starts_on: string
  ends_on: string
  ended_on: string | null
  area_sqm: string
  steps: Json<RentStep[]>
  free_periods: Json<FreePeriod[]>
  property_rate: string
  notice_days: number
  due_day: number
  deposit_yuan: string
  deposit_paid_on: string | null
  deposit_document: string | null
  deposit_returned_yuan: string | null
  deposit_deducted_yuan: string | null
  deposit_reason: string | null
  deposit_returned_on: string | null
  renewed_from: string | null
  reason: string | null
}

interface LeaseUnitRow {
  zone_id: string
  id: string
  created_at: Date
  created_by: string
  sample: boolean
  lease_id: string
  unit_id: string
  area_sqm: string
}

export interface BillRow extends Head {
  lease_id: string
  enterprise_id: string
  kind: BillKind
  period_from: string
  period_to: string
  amount: string
  due_on: string
  state: BillState
  paid_on: string | null
  document: string | null
  receipt: string | null
  file_id: string | null
  reason: string | null
  unit_id: string | null
}

interface RuleRow extends Head {
  search_text: string
  title: string
  warn_first: number
  warn_second: number
  warn_last: number
  idle_months: number
  late_fee_per_day: string
  renewal_rise: string
  valid_from: string
  valid_until: string | null
  source: string
}

interface ReadingRow extends Head {
  search_text: string
  title: string
  unit_id: string
  meter: Meter
  read_on: string
  value: string
  note: string | null
}

interface TariffRow extends Head {
  search_text: string
  title: string
  meter: Meter
  price: string
  valid_from: string
  valid_until: string | null
  source: string
}

interface SharedCostRow {
  zone_id: string
  id: string
  created_at: Date
  created_by: string
  sample: boolean
  building_id: string
  meter: Meter
  period_from: string
  period_to: string
  total_yuan: string
  by_rule: SharingRule
  kept_yuan: string
  document: string
  actor_name: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'leases.leases': LeaseTable
    'leases.lease_units': LeaseUnitRow
    'leases.bills': BillRow
    'leases.rules': RuleRow
    'leases.readings': ReadingRow
    'leases.tariffs': TariffRow
    'leases.shared_costs': SharedCostRow
  }
}
