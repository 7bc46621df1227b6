import type { CommitmentState, Signer } from '../contract/steps.ts'

interface CommitmentRow {
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
  matter: string
  matter_name_zh: string
  matter_name_en: string
  ref: string
  text_zh: string
  text_en: string
  signer: Signer
  check_when: string
  days: number | null
  state: CommitmentState
  signed_on: string | null
  signed_by: string | null
  file_id: string | null
  counts_from: string | null
  closed_on: string | null
  reason: string | null
  last_on: string | null
  last_by: string | null
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'commitments.commitments': CommitmentRow
  }
}

export type { CommitmentRow }
