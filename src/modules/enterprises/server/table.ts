interface EnterpriseRow {
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
  uscc: string | null
  status: string
  industry_code: string | null
  industry_edition: number | null
  scale: string | null
  above_scale: boolean | null
  registered_address: string | null
  registered_on: string | null
  registered_capital: string | null
  /** Ciphertext. */
  legal_representative: Buffer | null
  tags: string[] | null
  note: string | null
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'enterprises.enterprises': EnterpriseRow
  }
}

export type { EnterpriseRow }
