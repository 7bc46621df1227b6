import type { honourLabels } from '../../enterprises/contract/honour.ts'
import type { OfferState, providerKinds, purposes, scaleLabels, securities } from '../contract/words.ts'

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

interface NeedRow extends Standard {
  search_text: string
  title: string
  enterprise_id: string
  purpose: keyof typeof purposes
  amount_yuan: string
  months: number
  securities: (keyof typeof securities)[] | null
  needed_by: string
  open: 'yes' | 'no'
  note: string | null
}

interface ProductRow extends Standard {
  search_text: string
  name: string
  provider: string
  provider_kind: keyof typeof providerKinds
  purposes: (keyof typeof purposes)[]
  min_yuan: string | null
  max_yuan: string | null
  max_months: number | null
  rate: string | null
  securities: (keyof typeof securities)[] | null
  scales: (keyof typeof scaleLabels)[] | null
  above_scale: boolean | null
  honours: (keyof typeof honourLabels)[] | null
  min_age_months: number | null
  industries: string | null
  valid_until: string | null
  note: string | null
}

interface OfferRow extends Standard {
  need_id: string
  enterprise_id: string
  product_id: string
  state: OfferState
  accepted_on: string
  forwarded_on: string | null
  decided_on: string | null
  amount_yuan: string | null
  note: string | null
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'finance.needs': NeedRow
    'finance.products': ProductRow
    'finance.offers': OfferRow
  }
}

export type { NeedRow, OfferRow, ProductRow }
