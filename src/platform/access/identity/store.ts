import type { Selectable } from 'kysely'
import { Problem } from '../../../kernel/problem.ts'
import type { Database } from '../../module.ts'
import { openSecret, sealSecret } from '../../secrets.ts'
import type { ProviderAccess } from './port.ts'
import type { ProviderRow } from './table.ts'

export type ProviderRecord = Selectable<ProviderRow>

export const providerKind = 'access.provider'
export const providerSecretPlace = (id: string) => `access.provider.client_secret:${id}`

/** Providers of a zone that are not removed, whether on or off. `db` has the zone's context. */
export function providersIn(db: Database, zoneId: string) {
  return db.selectFrom('access.providers').selectAll().where('zone_id', '=', zoneId).where('archived_at', 'is', null)
}

export function findProvider(db: Database, zoneId: string, id: string): Promise<ProviderRecord | undefined> {
  return providersIn(db, zoneId).where('id', '=', id).executeTakeFirst()
}

/** Holds the provider until the transaction ends: its first sign-ins come one after another, and none while it is being switched off. */
export function lockProvider(db: Database, zoneId: string, id: string): Promise<ProviderRecord | undefined> {
  return providersIn(db, zoneId).where('id', '=', id).forUpdate().executeTakeFirst()
}

export function sealClientSecret(secret: string, id: string): Buffer {
  return sealSecret(secret, providerSecretPlace(id))
}

/** What is needed to talk with it. Refused when its secret lies under another key than this installation's. */
export function accessOf({
  id,
  issuer,
  client_id: clientId,
  client_secret: sealed,
  scopes,
}: ProviderRecord): ProviderAccess {
  const secret = sealed === null ? null : openSecret(sealed, providerSecretPlace(id))
  if (sealed !== null && secret === null) throw secretLost()
  return { issuer, clientId, secret, scopes }
}

function secretLost(): Problem {
  return new Problem('rule_violated', 'access.provider_secret_lost', {
    zh: '统一登录的密钥解不开（可能更换过密钥文件），请安全管理员重新录入；现在请用口令登录。',
    en: "The provider's secret cannot be opened, perhaps another key file is in use: the security administrator enters it again. Use your password for now.",
  })
}
