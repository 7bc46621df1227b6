import type { Ledger } from '../contract/investment.ts'

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
  project_id: string
}

interface MilestoneRow extends Standard {
  search_text: string
  title: string
  node: string
  planned_on: string
  forecast_on: string | null
  done_on: string | null
  evidence_id: string | null
}

interface ReportRow extends Standard {
  month: string
  /** Numeric: decimal text. */
  planned_percent: string | null
  actual_percent: string
  done: string
  next: string | null
}

interface InvestmentRow extends Standard {
  search_text: string
  month: string
  ledger: Ledger
  amount_yuan: string
  proof: string
  note: string | null
}

interface CapacityRow extends Standard {
  search_text: string
  product: string
  horizon: string
  quantity: string
  unit: string
  lines: number | null
  source: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'progress.milestones': MilestoneRow
    'progress.reports': ReportRow
    'progress.investments': InvestmentRow
    'progress.capacities': CapacityRow
  }
}
