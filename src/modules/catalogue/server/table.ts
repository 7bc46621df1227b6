import type { ColumnType } from 'kysely'
import type { ListName } from '../contract/lists.ts'

/** Written as text, so that the order of keys stays; read parsed. */
type Json = ColumnType<unknown, string, string>
type JsonOrNull = ColumnType<Readonly<Record<string, unknown>> | null, string | null, never>

interface DeskRow {
  key: 'desk'
  version: number
  keeper_code: string
  four_eyes: boolean
  changed_at: Date
  changed_by: string
}

interface DraftRow {
  id: string
  version: number
  state: 'open' | 'published' | 'discarded'
  base_version_id: string
  zone_code: string
  opened_at: Date
  opened_by: string
  opened_name: string
  reason: string
  content: Json
  fees: Json
  closed_at: Date | null
}

interface DraftEditRow {
  draft_id: string
  ordinal: number
  edited_at: Date
  edited_by: string
  editor_name: string
  zone_code: string
  list: ListName
  code: string
  act: 'set' | 'add' | 'retire'
  before: JsonOrNull
  after: JsonOrNull
  reason: string
}

interface PublicationRow {
  id: string
  version_id: string
  draft_id: string
  published_at: Date
  published_by: string
  publisher_name: string
  zone_code: string
  reason: string
  override: string | null
  change_count: number
}

interface DelegatedMatterRow {
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
  name: string
  level: 'province' | 'city' | 'county' | null
  document: string | null
  delegated_on: string | null
  content: string | null
  department_id: string | null
  undertaking: string | null
  matter_code: string | null
  confidence: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'catalogue.desk': DeskRow
    'catalogue.drafts': DraftRow
    'catalogue.draft_edits': DraftEditRow
    'catalogue.publications': PublicationRow
    'catalogue.delegated_matters': DelegatedMatterRow
  }
}

export type { DraftRow }
