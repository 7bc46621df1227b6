import type { FeeLine } from '../../plans/contract/plan.ts'
import type { LineState } from '../contract/steps.ts'

interface LineRow {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
  sample: boolean
  project_id: string
  enterprise_id: string
  code: string
  matter: string
  matter_zh: string
  matter_en: string
  name_zh: string
  name_en: string
  kind: FeeLine['kind']
  amount: string | null
  missing: string[]
  basis: string
  confidence: FeeLine['confidence']
  assessed: boolean
  assessed_basis: string | null
  state: LineState
  paid_on: string | null
  paid_yuan: string | null
  receipt: string | null
  payment_file_id: string | null
  payment_number: string | null
  waived_by_rule: boolean
  waiver_basis: string | null
  waiver_file_id: string | null
  waived_on: string | null
  refunded_yuan: string
  refunded_on: string | null
  refund_file_id: string | null
  refund_number: string | null
  reason: string | null
  last_on: string
  last_by: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'bills.lines': LineRow
  }
}

export type { LineRow }
