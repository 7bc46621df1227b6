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

export interface BondRow extends Standard {
  search_text: string
  name: string
  code: string
  issued_on: string
  amount_yuan: string
  term_years: number
  rate_percent: string
  mode: 'bullet' | 'level'
  income_yuan: string | null
  note: string | null
}

export interface AllotmentRow {
  zone_id: string
  id: string
  created_at: Date
  created_by: string
  sample: boolean
  bond_id: string
  work_id: string
  /** As it was called then. */
  work_name: string
  amount_yuan: string
  document: string
}

export interface UseRow extends AllotmentRow {
  used_on: string
}

export interface RepaymentRow extends Standard {
  bond_id: string
  due_on: string
  principal_yuan: string
  interest_yuan: string
  paid_on: string | null
  document: string | null
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'bonds.bonds': BondRow
    'bonds.allotments': AllotmentRow
    'bonds.uses': UseRow
    'bonds.repayments': RepaymentRow
  }
}
