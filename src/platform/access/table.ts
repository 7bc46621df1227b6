import type { ColumnType } from 'kysely'
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
  /** As `hashPassword` writes it; null: no password opens it, only a provider of identities does. */
  password: string | null
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
  id: string
  account_id: string
  address: string
  device: string
  created_at: Date
  seen_at: Date
  expires_at: Date
  /** Of a session that was opened by a provider of identities. */
  provider_zone: string | null
  provider_id: string | null
  /** The zone in which that provider's second factor counts; null: none was shown there, or it does not count. */
  factor_zone: string | null
  /** Where the browser goes to sign out there too: ciphertext. */
  ending: Buffer | null
  /** The session at the provider that it came from. */
  provider_sid: string | null
}

interface FailureRow {
  subject: string
  attempts: number
  last_at: Date
  locked_until: Date | null
}

interface SecondFactorRow {
  account_id: string
  /** Sealed under the installation's key. */
  secret: Buffer
  created_at: Date
  confirmed_at: Date | null
  /** PostgreSQL's bigint arrives as text. */
  last_step: ColumnType<string, number, number>
}

interface RecoveryCodeRow {
  account_id: string
  mark: string
  /** `scrypt$N$r$p$salt`; null: a code from before, marked as it is. */
  salt: string | null
  used_at: Date | null
}

interface EventRow {
  id: string
  at: Date
  kind: string
  account_id: string | null
  actor_id: string | null
  /** Ciphertext, see `sealPersons`. */
  about: Buffer | null
  done_by: Buffer | null
  request_id: string
  home_zone: string | null
  detail: string
}

interface EventKeyRow {
  subject: string
  /** 32 bytes; null once the person is erased or the month forgotten. */
  key: Buffer | null
  created_at: Date
  destroyed_at: Date | null
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

interface TokenRow extends Standard {
  account_id: string
  name: string
  token_hash: string
  scopes: string[]
  expires_at: Date
  used_at: Date | null
}

interface RulesRow extends Standard {
  factor_roles: Role[]
}

declare module '../tables.ts' {
  interface Tables {
    'access.accounts': AccountRow
    'access.sessions': SessionRow
    'access.failures': FailureRow
    'access.second_factors': SecondFactorRow
    'access.recovery_codes': RecoveryCodeRow
    'access.events': EventRow
    'access.event_keys': EventKeyRow
    'access.memberships': MembershipRow
    'access.answers': AnswerRow
    'access.tokens': TokenRow
    'access.sign_in_rules': RulesRow
  }
}

export type { AccountRow, EventRow, MembershipRow, Standard }
