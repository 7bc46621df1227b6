import type { FaultKind, FaultState, FaultVerb, Payer, Urgency } from '../contract/words.ts'

interface Head {
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
}

interface RuleRow extends Head {
  urgency: Urgency
  take_hours: number
  mend_hours: number
  valid_from: string
  valid_until: string | null
  source: string
}

export interface FaultRow extends Head {
  building_id: string
  unit_id: string | null
  place: string | null
  kind: FaultKind
  urgency: Urgency
  state: FaultState
  enterprise_id: string | null
  handler: string | null
  outcome: string | null
  cost_yuan: string | null
  payer: Payer | null
  grade: number | null
}

export interface ActRow {
  zone_id: string
  id: string
  created_at: Date
  created_by: string
  sample: boolean
  fault_id: string
  ordinal: number
  verb: FaultVerb
  words: string | null
  actor_name: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'upkeep.rules': RuleRow
    'upkeep.faults': FaultRow
    'upkeep.acts': ActRow
  }
}
