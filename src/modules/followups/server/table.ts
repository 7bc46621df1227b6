import type { ColumnType } from 'kysely'
import type { OutsideChannel } from '../../../platform/delivery/contract/channel.ts'
import type { Audience, Cause } from '../contract/escalation.ts'
import type { FollowUpState } from '../contract/steps.ts'
import type { subjectKinds } from '../contract.ts'
import type { FollowUpAction } from '../domain/follow-up.ts'

interface FollowUpRow {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
  sample: boolean
  sentence: string
  task: string
  to_kind: 'person' | 'department'
  to_id: string
  issuer_id: string | null
  issuer_name: string
  subject_kind: (typeof subjectKinds)[number] | null
  subject_id: string | null
  project_id: string | null
  state: FollowUpState
  urged: number
  answer_words: string | null
  answer_by: string | null
  answer_at: Date | null
}

type Kept<T> = ColumnType<T, T, never>

interface FollowUpActionRow {
  zone_id: Kept<string>
  id: Kept<string>
  created_at: Kept<Date>
  created_by: Kept<string>
  follow_up_id: Kept<string>
  ordinal: Kept<number>
  verb: Kept<FollowUpAction['verb']>
  happened_on: Kept<string>
  days: Kept<number | null>
  actor_id: Kept<string | null>
  actor_name: Kept<string>
  words: Kept<string | null>
  to_name: Kept<string | null>
}

interface EscalationRow {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
  sample: boolean
  name: string
  cause: Cause
  days: number
  audience: Audience[]
  every_days: number | null
  channels: OutsideChannel[] | null
  urgent: boolean
  reply_days: number | null
  enabled: boolean
  source: string | null
}

interface EscalatedRow {
  zone_id: Kept<string>
  id: Kept<string>
  created_at: Kept<Date>
  created_by: Kept<string>
  rule_id: Kept<string>
  subject_kind: Kept<string>
  subject_id: Kept<string>
  key: Kept<string>
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'followups.followups': FollowUpRow
    'followups.actions': FollowUpActionRow
    'followups.escalations': EscalationRow
    'followups.escalated': EscalatedRow
  }
}

export type { EscalationRow, FollowUpActionRow, FollowUpRow }
