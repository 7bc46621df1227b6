import type { AssignmentState } from '../contract.ts'

interface AssignmentRow {
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
  intermediary_id: string
  ref: string
  name_zh: string
  name_en: string
  state: AssignmentState
  assigned_on: string
  until_on: string | null
  note: string | null
  held_id: string | null
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'intermediaries.assignments': AssignmentRow
  }
}

export type { AssignmentRow }
