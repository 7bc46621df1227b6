import type { ColumnType } from 'kysely'
import type {
  AgreementKind,
  AgreementState,
  ChannelKind,
  CloseCause,
  Currency,
  LeadStage,
  PaymentBasis,
  ReviewOutcome,
  TwinDecision,
  VisitKind,
} from '../contract/words.ts'

interface Walled {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
}

interface Standard extends Walled {
  sample: boolean
}

interface Searched extends Standard {
  search_text: string
}

/** numeric: text when it is read. */
type Numeric = ColumnType<string, string | number>

interface LeadRow extends Searched {
  name: string
  company: string
  uscc: string | null
  channel_id: string
  stage: LeadStage
  owner_id: string | null
  team_id: string | null
  industry_code: string | null
  region: string | null
  investment_yuan: string | null
  land_mu: string | null
  parcel: string | null
  found_on: string
  summary: string | null
  merged_into_id: string | null
  enterprise_id: string | null
  project_id: string | null
  close_cause: CloseCause | null
}

interface LeadContactRow extends Standard {
  /** Ciphertext, as the telephone. */
  name: Buffer
  lead_id: string
  post: string | null
  phone: Buffer | null
}

interface VisitRow extends Searched {
  note: string
  lead_id: string
  kind: VisitKind
  happened_on: string
  next_on: string | null
  next_step: string | null
}

interface TalkRow extends Searched {
  topic: string
  lead_id: string
  round: number
  held_on: string
  place: string | null
  seats: string | null
  agreed: string | null
  open: string | null
}

interface ChannelRow extends Searched {
  name: string
  kind: ChannelKind
  fund_id: string | null
  enclave_id: string | null
  team_id: string | null
  note: string | null
}

interface FundRow extends Searched {
  name: string
  kind: string
  amount_yuan: string
}

interface EnclaveRow extends Searched {
  name: string
  kind: string
  city: string
}

interface TeamPartRow extends Searched {
  duty: string
  team_id: string
  part: 'lead' | 'service' | 'industry'
  industry: string | null
}

interface CriterionRow extends Searched {
  name: string
  code: string
  weight: number
  guidance: string | null
  valid_from: string
  valid_until: string | null
  source: string
  confidence: string
}

interface AgreementRow extends Searched {
  title: string
  lead_id: string
  kind: AgreementKind
  amount_yuan: string
  state: AgreementState
  signed_on: string | null
  number: string | null
  invest_until: string | null
  note: string | null
}

interface ClauseRow extends Standard {
  agreement_id: string
  place: number
  heading: string
  words: string
  digest: string
}

/** Only added to. */
interface Added {
  zone_id: string
  id: string
  created_at: Date
  created_by: string
  sample: boolean
}

interface MarkRow extends Added {
  lead_id: string
  code: string
  mark: Numeric
  evidence: string
  judge_id: string
  judge_name: string
  judged_on: string
}

interface ReviewRow extends Added {
  agreement_id: string
  digest: string
  flag: string
  outcome: ReviewOutcome
  reason: string
  reviewer_name: string
  reviewed_on: string
}

interface PaymentRow extends Added {
  agreement_id: string
  happened_on: string
  basis: PaymentBasis
  currency: Currency
  amount: string
  rate: string
  yuan: string
  document: string
  file_id: string | null
  counter_of: string | null
  note: string | null
  entered_by: string
}

interface TwinDecisionRow extends Added {
  a_id: string
  b_id: string
  decision: TwinDecision
  reason: string
}

interface TokenStateRow extends Walled {
  lead_version: number
  contact_stamp: string
}

interface TokenRow extends Walled {
  lead_id: string
  token: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'promotion.leads': LeadRow
    'promotion.lead_contacts': LeadContactRow
    'promotion.visits': VisitRow
    'promotion.talks': TalkRow
    'promotion.channels': ChannelRow
    'promotion.funds': FundRow
    'promotion.enclaves': EnclaveRow
    'promotion.team_parts': TeamPartRow
    'promotion.criteria': CriterionRow
    'promotion.marks': MarkRow
    'promotion.agreements': AgreementRow
    'promotion.clauses': ClauseRow
    'promotion.reviews': ReviewRow
    'promotion.payments': PaymentRow
    'promotion.twin_decisions': TwinDecisionRow
    'promotion.token_states': TokenStateRow
    'promotion.tokens': TokenRow
  }
}

export type { AgreementRow, ClauseRow, LeadRow, PaymentRow, ReviewRow }
