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

export interface WorkRow extends Standard {
  search_text: string
  name: string
  kind: string
  state: 'planned' | 'approved' | 'building' | 'suspended' | 'completed' | 'operating' | 'cancelled'
  place_id: string | null
  owner_id: string | null
  project_id: string | null
  planned_start: string | null
  planned_end: string | null
  started_on: string | null
  completed_on: string | null
  operating_on: string | null
  land_use:
    | 'industrial'
    | 'storage'
    | 'residential'
    | 'commercial'
    | 'public'
    | 'transport'
    | 'utilities'
    | 'green'
    | null
  shape: string | null
  scope: string | null
}

interface EstimateRow extends Standard {
  search_text: string
  document: string
  work_id: string
  ordinal: number
  amount_yuan: string
  approved_on: string
  approved_by: string
  reason: string | null
}

interface SourceRow extends Standard {
  search_text: string
  title: string
  work_id: string
  kind: 'bond' | 'budget' | 'own' | 'loan'
  bond_id: string | null
  planned_yuan: string
  document: string | null
}

interface ReceiptRow extends Standard {
  search_text: string
  document: string
  source_id: string
  amount_yuan: string
  received_on: string
}

export interface ContractRow extends Standard {
  search_text: string
  title: string
  work_id: string
  number: string
  party: string
  enterprise_id: string | null
  sme: boolean | null
  tender: 'open' | 'invited' | 'negotiation' | 'single' | 'direct'
  tendered_on: string | null
  signed_on: string
  amount_yuan: string
  payment_days: number | null
}

interface PayableRow extends Standard {
  search_text: string
  title: string
  contract_id: string
  amount_yuan: string
  delivered_on: string
  progress_percent: string | null
  evidence: string
}

interface MilestoneRow extends Standard {
  search_text: string
  title: string
  work_id: string
  planned_on: string
  forecast_on: string | null
  done_on: string | null
  proof: string | null
}

interface ReportRow extends Standard {
  month: string
  work_id: string
  planned_percent: string | null
  actual_percent: string
  done: string
  next: string | null
}

interface AcceptanceRow extends Standard {
  search_text: string
  document: string
  work_id: string
  kind: 'quality' | 'planning' | 'fire' | 'environment' | 'archives' | 'final'
  result: 'passed' | 'passedWithDefects' | 'failed'
  accepted_on: string
  accepted_by: string
  note: string | null
}

interface DefectRow extends Standard {
  search_text: string
  title: string
  work_id: string
  contract_id: string | null
  found_on: string
  due_on: string
  fixed_on: string | null
  proof: string | null
}

interface AssetRow extends Standard {
  search_text: string
  name: string
  work_id: string | null
  value_yuan: string | null
  in_service_on: string
  keeper_id: string | null
  number: string | null
}

interface ChangeOrderRow {
  zone_id: string
  id: string
  created_at: Date
  created_by: string
  sample: boolean
  contract_id: string
  amount_yuan: string
  reason: string
  document: string
  approval: string | null
  happened_on: string
  actor_name: string
}

interface PaymentRow {
  zone_id: string
  id: string
  created_at: Date
  created_by: string
  sample: boolean
  payable_id: string
  source_id: string
  amount_yuan: string
  paid_on: string
  document: string
  actor_name: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'works.works': WorkRow
    'works.estimates': EstimateRow
    'works.sources': SourceRow
    'works.receipts': ReceiptRow
    'works.contracts': ContractRow
    'works.payables': PayableRow
    'works.milestones': MilestoneRow
    'works.reports': ReportRow
    'works.acceptances': AcceptanceRow
    'works.defects': DefectRow
    'works.assets': AssetRow
    'works.change_orders': ChangeOrderRow
    'works.payments': PaymentRow
  }
}
