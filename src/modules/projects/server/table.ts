import type { ColumnType } from 'kysely'
import type { FactValues } from '../../matters/contract/fact-values.ts'
import type { EvidenceKind, ProjectCondition, Stage } from '../contract/stage.ts'

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

interface ProjectRow extends Standard {
  sample: boolean
  search_text: string
  name: string
  national_code: string | null
  enterprise_id: string | null
  team_id: string | null
  local_code: string | null
  kind: string
  industry_code: string | null
  investment_yuan: string | null
  stage: Stage
  condition: ProjectCondition
  signed_on: string | null
  /** Numeric: decimal text. */
  land_area_sqm: string | null
  site_wish: string | null
  investor_region: string | null
  summary: string | null
}

interface LiaisonRow extends Standard {
  sample: boolean
  project_id: string
  person_id: string
  role: string
  since: string
  until: string | null
}

interface EvidenceRow extends Standard {
  sample: boolean
  search_text: string
  title: string
  project_id: string
  kind: EvidenceKind
  happened_on: string
  number: string | null
  note: string | null
}

interface BasisRow extends Standard {
  catalogue_version_id: string
  facts: ColumnType<FactValues, string, string>
  start_on: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'projects.projects': ProjectRow
    'projects.liaisons': LiaisonRow
    'projects.evidence': EvidenceRow
    'projects.bases': BasisRow
  }
}
