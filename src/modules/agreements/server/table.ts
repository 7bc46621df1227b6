import type { ColumnType } from 'kysely'
import type { FactValues } from '../../matters/contract/fact-values.ts'
import type { Plan } from '../../plans/contract/plan.ts'
import type { Changes } from '../../plans/contract/request.ts'
import type { ScenarioName } from '../../plans/contract/scenario.ts'
import type { AgreementState } from '../contract/steps.ts'
import type { Signed } from '../domain/decide.ts'

type Json<T> = ColumnType<T, string, never>

interface AgreementRow {
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
  ordinal: number
  state: AgreementState
  scenario: ScenarioName | null
  catalogue_version_id: string
  plan: Json<Plan>
  facts: Json<FactValues>
  changes: Json<Changes>
  contract_on: string | null
  permit_on: string | null
  joint_accept_on: string | null
  production_on: string | null
  note: string | null
  proposed_by: string
  proposed_on: string
  enterprise_signed: ColumnType<Signed | null, string | null, string | null>
  zone_signed: ColumnType<Signed | null, string | null, string | null>
  in_force_on: string | null
  reason: string | null
  closed_on: string | null
  last_by: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'agreements.agreements': AgreementRow
  }
}

export type { AgreementRow }
