import type { Level } from '../contract/level.ts'
import type { Trigger } from '../contract.ts'

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

interface LevelRuleRow extends Head {
  search_text: string
  title: string
  level: Level
  own_rate: string
  subsidy_rate: string
  term_months: number
  max_months: number
  sqm_per_head: string
  idle_months: number
  warn_days: number | null
  valid_from: string
  valid_until: string | null
  source: string
}

interface BatchRow extends Head {
  search_text: string
  title: string
  purpose: string
  enterprise_id: string | null
  arrived_on: string
  left_on: string | null
  note: string | null
}

interface StayRow extends Head {
  search_text: string
  title: string
  batch_id: string
  /** Ciphertext. */
  guest: Buffer
  level: Level
  unit_id: string | null
  nights: number | null
}

export interface ApplicationRow extends Head {
  search_text: string
  title: string
  enterprise_id: string
  /** Ciphertext, as the phone. */
  applicant: Buffer
  phone: Buffer | null
  level: Level
  applied_on: string
  family: number
  rent_allowance: boolean
  note: string | null
}

export interface TenancyRow extends Head {
  application_id: string
  enterprise_id: string
  unit_id: string
  starts_on: string
  ends_on: string
  ended_on: string | null
  trigger: Trigger | null
  reason: string | null
  own_rate: string
  subsidy_rate: string
}

export interface SubsidyPaymentRow {
  zone_id: string
  id: string
  created_at: Date
  created_by: string
  sample: boolean
  ordinal: number
  amount_yuan: string
  happened_on: string
  document: string
  actor_name: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'stays.level_rules': LevelRuleRow
    'stays.batches': BatchRow
    'stays.stays': StayRow
    'stays.applications': ApplicationRow
    'stays.tenancies': TenancyRow
    'stays.subsidy_payments': SubsidyPaymentRow
  }
}
