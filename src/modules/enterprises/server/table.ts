import type { ColumnType } from 'kysely'
import type { capacityStates, capacityUnits } from '../contract/capacity.ts'
import type { honourLabels, levelLabels } from '../contract/honour.ts'
import type { confidenceLabels } from '../contract/words.ts'

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

interface EnterpriseRow extends Standard {
  name: string
  uscc: string | null
  status: string
  industry_code: string | null
  industry_edition: number | null
  scale: 'large' | 'medium' | 'small' | 'micro' | null
  above_scale: boolean | null
  registered_address: string | null
  registered_on: string | null
  registered_capital: string | null
  /** Ciphertext. */
  legal_representative: Buffer | null
  tags: string[] | null
  note: string | null
}

type Confidence = keyof typeof confidenceLabels
type Amount = ColumnType<string, number | string>

interface HonourRow extends Standard {
  title: string
  enterprise_id: string
  kind: keyof typeof honourLabels
  level: keyof typeof levelLabels
  issuer: string
  document: string | null
  rank: number | null
  issued_on: string
  valid_until: string | null
  note: string | null
}

interface CapacityRow extends Standard {
  product: string
  enterprise_id: string
  state: keyof typeof capacityStates
  amount: Amount
  unit: keyof typeof capacityUnits
  as_of: string
  report_code: string | null
  document: string | null
  confidence: Confidence
  note: string | null
}

interface CarbonSavingRow extends Standard {
  name: string
  enterprise_id: string
  tonnes_per_year: Amount
  method: string
  baseline: string
  from_on: string
  until_on: string | null
  verifier: string | null
  document: string | null
  confidence: Confidence
  note: string | null
}

interface ContactRow {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
  sample: boolean
  enterprise_id: string
  post: string | null
  /** Ciphertext, as the other personal fields. */
  name: Buffer
  phone: Buffer | null
  email: Buffer | null
  main: boolean
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'enterprises.enterprises': EnterpriseRow
    'enterprises.honours': HonourRow
    'enterprises.capacities': CapacityRow
    'enterprises.carbon_savings': CarbonSavingRow
    'enterprises.contacts': ContactRow
  }
}

export type { EnterpriseRow }
