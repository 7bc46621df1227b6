import type { ColumnType } from 'kysely'
import type { WritKind, WritState } from '../contract/kinds.ts'
import type { templateStates } from '../contract/template.ts'
import type { WritValues } from '../domain/subject.ts'

interface Standard {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
}

interface IssuerRow extends Standard {
  sample: boolean
  search_text: string
  name: string
  prefix: string
  department_id: string | null
  main: boolean
  review_body: string | null
  court: string | null
  address: string | null
  phone: string | null
}

interface SeriesRow extends Standard {
  issuer_id: string
  sign: string
  year: number
  last: number
}

interface TemplateRow extends Standard {
  kind: WritKind
  edition: number
  state: (typeof templateStates)[number]
  sha256: string
  size: number
  content: Buffer
  note: string | null
}

interface WritRow extends Standard {
  sample: boolean
  kind: WritKind
  issuer_id: string
  issuer_name: string
  sign: string
  year: number
  ordinal: number
  number: string
  project_id: string
  enterprise_id: string
  applicant: string
  case_id: string | null
  step_ordinal: number | null
  commitment_id: string | null
  bundle_id: string | null
  matter: string | null
  /** What it says, tag by tag. */
  said: ColumnType<WritValues, string, never>
  template_edition: number
  template_sha256: string
  made_on: string
  made_by: string
  code: string
  state: WritState
  reason: string | null
  ended_on: string | null
  replaces_id: string | null
}

/** Of a table that is only added to. */
type Kept<T> = ColumnType<T, T, never>

interface WritFileRow {
  zone_id: Kept<string>
  id: Kept<string>
  created_at: Kept<Date>
  created_by: Kept<string>
  writ_id: Kept<string>
  format: Kept<'docx' | 'pdf'>
  sha256: Kept<string>
  size: Kept<number>
  content: Kept<Buffer>
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'writs.issuers': IssuerRow
    'writs.series': SeriesRow
    'writs.templates': TemplateRow
    'writs.writs': WritRow
    'writs.files': WritFileRow
  }
}

export type { IssuerRow, TemplateRow, WritRow }
