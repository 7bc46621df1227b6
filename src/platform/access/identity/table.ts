import type { ColumnType } from 'kysely'
import type { Role } from '../../../kernel/role.ts'
import type { Standard } from '../table.ts'
import type { RoleGroup } from './mapping.ts'

interface ProviderRow extends Standard {
  name: string
  issuer: string
  client_id: string
  /** Ciphertext under the installation's key; null: a public client. */
  client_secret: Buffer | null
  scopes: string[]
  groups_claim: string | null
  /** Written as JSON text. */
  role_groups: ColumnType<readonly RoleGroup[], string, string>
  makes_accounts: boolean
  links_by_mail: boolean
  roles_follow: boolean
  administrators: boolean
  domains: string[]
  factor_values: string[]
  unmarked_sign_outs: ColumnType<boolean, boolean | undefined, boolean>
  enabled: boolean
}

interface IdentityRow extends Standard {
  provider_id: string
  account_id: string
  issuer: string
  subject: string
  given_roles: Role[]
  used_at: Date
}

interface InvitationRow extends Standard {
  provider_id: string
  account_id: string
  token_hash: string
  expires_at: Date
}

interface FlowRow {
  state_hash: string
  browser_hash: string
  provider_zone: string
  provider_id: string
  nonce: string
  verifier: Buffer
  redirect_uri: string
  back: string | null
  links_account: string | null
  invitation_hash: string | null
  created_at: Date
  expires_at: Date
  used_at: Date | null
  account_id: string | null
  factor: boolean
  ending: Buffer | null
  sid: string | null
}

interface HeardSignOutRow {
  digest: string
  expires_at: Date
}

declare module '../../tables.ts' {
  interface Tables {
    'access.providers': ProviderRow
    'access.identities': IdentityRow
    'access.invitations': InvitationRow
    'access.flows': FlowRow
    'access.heard_sign_outs': HeardSignOutRow
  }
}

export type { FlowRow, IdentityRow, ProviderRow }
