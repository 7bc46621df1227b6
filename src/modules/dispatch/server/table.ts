import type { Day } from '../../../kernel/calendar.ts'

interface MeetingRow {
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
  title: string
  held_on: Day
  chair_id: string | null
  decisions: string | null
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'dispatch.meetings': MeetingRow
  }
}
