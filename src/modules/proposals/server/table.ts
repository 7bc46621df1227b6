import type { ColumnType } from 'kysely'
import type { ProposalState } from '../contract.ts'

interface ProposalRow {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
  sample: boolean
  enterprise_id: string
  kind: string
  values: ColumnType<Readonly<Record<string, unknown>>, string, string>
  state: ProposalState
  reason: string | null
  file_id: string | null
  proposed_by: string
  decided_on: string | null
  decision: string | null
  record_id: string | null
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'proposals.proposals': ProposalRow
  }
}

export type { ProposalRow }
