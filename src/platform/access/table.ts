import type { Role } from '../../kernel/role.ts'

/** What every zoned table carries. */
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

interface AccountRow {
  id: string
  login: string
  name: string
  /** As `hashPassword` writes it. */
  password: string
  must_change: boolean
  demo: boolean
  home_zone: string | null
  zones: string[]
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  disabled_at: Date | null
}

interface SessionRow {
  token_hash: string
  account_id: string
  created_at: Date
  seen_at: Date
  expires_at: Date
}

interface FailureRow {
  subject: string
  attempts: number
  last_at: Date
  locked_until: Date | null
}

interface EventRow {
  id: string
  at: Date
  kind: string
  account_id: string | null
  login: string
  address: string
  actor_name: string
  request_id: string
  home_zone: string | null
}

interface MembershipRow extends Standard {
  account_id: string
  roles: Role[]
  enterprise_id: string | null
  person_id: string | null
}

interface AnswerRow extends Standard {
  account_id: string
  key: string
  digest: string
  /** JSON text; null until the write is done. */
  answer: string | null
}

declare module '../tables.ts' {
  interface Tables {
    'access.accounts': AccountRow
    'access.sessions': SessionRow
    'access.failures': FailureRow
    'access.events': EventRow
    'access.memberships': MembershipRow
    'access.answers': AnswerRow
  }
}

export type { AccountRow, EventRow, MembershipRow }
