import { newId } from '../../ids.ts'
import { actorOf, zoneOf } from '../../journal/record.ts'
import type { Database, RequestContext } from '../../module.ts'
import { hashToken } from '../tokens.ts'
import { newWord } from './flows.ts'

const keptMs = 7 * 86_400_000

/** A new invitation of an account in place of earlier ones. Its code is told once and kept nowhere. */
export async function makeInvitation(
  db: Database,
  context: RequestContext,
  { account, provider }: { readonly account: string; readonly provider: string },
): Promise<{ readonly code: string; readonly expiresAt: Date }> {
  const { now } = context
  const [zoneId, by, code] = [zoneOf(context).id, actorOf(context), newWord()]
  const expiresAt = new Date(now.getTime() + keptMs)
  await db
    .updateTable('access.invitations')
    .set((eb) => ({ archived_at: now, updated_at: now, updated_by: by, version: eb('version', '+', 1) }))
    .where('zone_id', '=', zoneId)
    .where('account_id', '=', account)
    .where('archived_at', 'is', null)
    .execute()
  await db
    .insertInto('access.invitations')
    .values({
      ...{ zone_id: zoneId, id: newId(now), version: 1, created_at: now, created_by: by, updated_at: now },
      ...{ updated_by: by, archived_at: null, provider_id: provider, account_id: account },
      ...{ token_hash: hashToken(code), expires_at: expiresAt },
    })
    .execute()
  return { code, expiresAt }
}

interface Shown {
  readonly zone: string
  readonly provider: string
  readonly hash: string
  readonly now: Date
}

/** The account that an invitation which still holds was made for. */
export async function findInvited(db: Database, shown: Shown): Promise<string | undefined> {
  return (await good(db, shown).executeTakeFirst())?.account_id
}

/** The same, once: false when it was taken before. */
export async function takeInvitation(db: Database, { zone, hash, now }: Shown): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('access.invitations')
    .set((eb) => ({ archived_at: now, updated_at: now, version: eb('version', '+', 1) }))
    .where('zone_id', '=', zone)
    .where('token_hash', '=', hash)
    .where('archived_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

function good(db: Database, { zone, provider, hash, now }: Shown) {
  return db
    .selectFrom('access.invitations')
    .select('account_id')
    .where('zone_id', '=', zone)
    .where('provider_id', '=', provider)
    .where('token_hash', '=', hash)
    .where('archived_at', 'is', null)
    .where('expires_at', '>', now)
}
