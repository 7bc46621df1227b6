import type { ColumnType } from 'kysely'
import type { ScorePart } from '../contract/candidates.ts'
import type { ChainKind, Lane } from '../contract/lane.ts'
import type { Side } from '../contract/posting.ts'
import type { RuledStrength } from '../contract/strength.ts'
import type { MatchAnswer } from '../contract/trade.ts'

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
}

interface ChainRow extends Standard {
  name: string
  kind: ChainKind
  position: number
  chief_id: string | null
  team_id: string | null
  note: string | null
}

interface NodeRow extends Standard {
  name: string
  chain_id: string
  lane: Lane
  position: number
  products: string | null
  industry_code: string | null
  target_enterprises: number | null
  target_output_yuan: string | null
}

interface LinkRow extends Standard {
  product: string
  from_node_id: string
  to_node_id: string
}

interface PlacementRow extends Standard {
  enterprise_id: string
  node_id: string
  products: string | null
  output_yuan: string | null
  output_year: number | null
  output_source: string | null
}

interface ProjectPlacementRow extends Standard {
  project_id: string
  node_id: string
  products: string | null
}

interface LeadPlacementRow extends Standard {
  lead_id: string
  node_id: string
  products: string | null
}

interface StrengthRuleRow extends Standard {
  strength: RuledStrength
  min_enterprises: number
  min_target_percent: ColumnType<string | null, number | string | null>
  valid_from: string
  valid_until: string | null
  source: string
  confidence: string
}

interface PostingRow extends Standard {
  product: string
  side: Side
  enterprise_id: string
  quantity: ColumnType<string | null, number | string | null>
  unit: string | null
  region: string | null
  from_on: string | null
  until_on: string | null
  note: string | null
}

interface MatchRow extends Omit<Standard, 'search_text'> {
  supply_id: string
  demand_id: string
  score: number
  /** The parts of the score when they were brought together. */
  parts: ColumnType<readonly ScorePart[], string, never>
  supply_answer: MatchAnswer | null
  demand_answer: MatchAnswer | null
  reason: string | null
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'chains.chains': ChainRow
    'chains.nodes': NodeRow
    'chains.links': LinkRow
    'chains.placements': PlacementRow
    'chains.project_placements': ProjectPlacementRow
    'chains.lead_placements': LeadPlacementRow
    'chains.strength_rules': StrengthRuleRow
    'chains.postings': PostingRow
    'chains.matches': MatchRow
  }
}

export type { ChainRow, MatchRow }
