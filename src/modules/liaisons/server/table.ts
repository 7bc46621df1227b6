import type { noteKinds } from '../contract/note.ts'

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
  search_text: string
  project_id: string
}

interface NoteRow extends Standard {
  words: string
  kind: keyof typeof noteKinds
  happened_on: string
  follow_up_on: string | null
  next_step: string | null
  told: boolean
}

interface AgencyLetterRow extends Standard {
  number: string
  enterprise_id: string
  agent_id: string
  scope: string
  signed_on: string
  valid_until: string | null
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'liaisons.notes': NoteRow
    'liaisons.agency_letters': AgencyLetterRow
  }
}
