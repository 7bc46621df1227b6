import type { AppealState, RatingGrade, RatingReason } from '../contract/rating.ts'

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

interface LimitRow extends Standard {
  search_text: string
  source: string
  days: number
  valid_from: string
  valid_until: string | null
  confidence: string
}

interface RatingRow extends Standard {
  case_id: string
  grade: RatingGrade | null
  rated_on: string
  /** Ciphertext: the account that rated. */
  rater: Buffer
  reasons: RatingReason[]
  words: string | null
  reasons_given: boolean
  days: number
  called_on: string | null
  called_by: string | null
  call_note: string | null
  corrected_on: string | null
  correction: string | null
  answered_on: string | null
  answer: string | null
  appeal: AppealState | null
  appealed_by: string | null
  appealed_name: string | null
  appeal_reason: string | null
  appeal_decision: string | null
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'ratings.limits': LimitRow
    'ratings.ratings': RatingRow
  }
}

export type { RatingRow }
