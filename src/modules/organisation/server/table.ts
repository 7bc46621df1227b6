/** What every table of a record kind carries. */
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

interface DepartmentRow extends Standard {
  search_text: string
  name: string
  short_name: string | null
  parent_id: string | null
  head_id: string | null
  phone: string | null
  address: string | null
}

interface PersonRow extends Standard {
  search_text: string
  name: string
  department_id: string | null
  title: string | null
  /** Ciphertext. */
  phone: Buffer | null
}

interface TeamRow extends Standard {
  search_text: string
  name: string
  kind: string
  industry: string | null
  lead_id: string | null
  department_id: string | null
}

interface TeamMemberRow extends Standard {
  team_id: string
  person_id: string
  task: string | null
}

interface DutyRow extends Standard {
  search_text: string
  authority: string
  department_id: string
  person_id: string | null
}

interface AbsenceRow extends Standard {
  person_id: string
  from_on: string
  to_on: string
  delegate_id: string | null
  reason: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'organisation.departments': DepartmentRow
    'organisation.people': PersonRow
    'organisation.teams': TeamRow
    'organisation.team_members': TeamMemberRow
    'organisation.duties': DutyRow
    'organisation.absences': AbsenceRow
  }
}

export type { PersonRow }
