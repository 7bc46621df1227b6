import type { ColumnType, Generated } from 'kysely'
import type { CommitmentState, ProposalState, Signer } from '../contract/steps.ts'

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
  /** Whose words they are: null for the catalogue's. */
  text_id: string | null
  text_version: number | null
  /** With variables, until it is signed. */
  template_zh: string | null
  template_en: string | null
  /** The case whose decision rests on it, and the day of that decision. */
  case_id: string | null
  decided_on: string | null
  check_how: 'plan' | 'sample' | null
  sample_id: string | null
  evidence: Generated<string[]>
  statement: string | null
  proposal: ProposalState | null
}

interface Ruled {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
  sample: boolean
  search_text: string
  valid_from: string
  valid_until: string | null
  source: string
}

interface TextRow extends Ruled {
  title: string
  matter: string
  paper: string | null
  wording_zh: string
  wording_en: string
}

interface RuleRow extends Ruled {
  sentence_zh: string
  sentence_en: string
  matter: string | null
  condition: string
  confidence: string
}

type Kept<T> = ColumnType<T, T, never>

interface SampleRow {
  zone_id: Kept<string>
  id: Kept<string>
  created_at: Kept<Date>
  created_by: Kept<string>
  sample: Kept<boolean>
  seed: Kept<string>
  days: Kept<number>
  /** Written as JSON text: every candidate with its rate. */
  population: ColumnType<{ readonly id: string; readonly percent: number }[], string, never>
  drawn: Kept<string[]>
  drawn_by: Kept<string>
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'commitments.commitments': CommitmentRow
    'commitments.texts': TextRow
    'commitments.rules': RuleRow
    'commitments.samples': SampleRow
  }
}

export type { CommitmentRow, SampleRow }
