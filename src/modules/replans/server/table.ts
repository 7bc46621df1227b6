import type { ColumnType } from 'kysely'
import type { Label } from '../../../kernel/label.ts'
import type { ActionVerb } from '../../cases/contract/action-verbs.ts'
import type { Difference, Kept as KeptPlan, PlanCause } from '../../plans/contract/difference.ts'

/** Of a table that is only added to. */
type Fixed<T> = ColumnType<T, T, never>

interface PlanRow {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
  /** Null between its making and its first plan, in one transaction. */
  kept: ColumnType<KeptPlan | null, string | null, string>
}

/** What moved, and what it came from when that was a record beside the project. */
export type Told = Omit<Difference, 'cause' | 'matter'> & { readonly because?: Label }

interface DifferenceRow {
  zone_id: Fixed<string>
  id: Fixed<string>
  created_at: Fixed<Date>
  created_by: Fixed<string>
  project_id: Fixed<string>
  ordinal: Fixed<number>
  event_id: Fixed<string>
  cause: Fixed<PlanCause>
  matter: Fixed<string | null>
  case_id: Fixed<string | null>
  verb: Fixed<ActionVerb | null>
  actor_name: Fixed<string>
  on_day: Fixed<string>
  since_day: Fixed<string | null>
  milestones: Fixed<string[]>
  what: ColumnType<Told, string, never>
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'replans.plans': PlanRow
    'replans.differences': DifferenceRow
  }
}

export type { DifferenceRow }
