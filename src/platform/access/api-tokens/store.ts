import { newId } from '../../ids.ts'
import { actorOf, record, zoneOf } from '../../journal/record.ts'
import type { Database, RequestContext } from '../../module.ts'
import { signInNeeded } from '../caller.ts'
import type { ApiToken } from '../contract/tokens.ts'
import { hashToken, newApiToken } from '../tokens.ts'

export const tokenKind = 'access.token'
const dayMs = 86_400_000

/** Those of the caller that still hold, the newest first. */
export async function listOwnTokens(db: Database, context: RequestContext): Promise<ApiToken[]> {
  const rows = await inUse(db, context).selectAll().orderBy('id', 'desc').execute()
  return rows.map(({ id, name, scopes, created_at, expires_at, used_at }) => ({
    ...{ id, name, scopes, createdAt: created_at.toISOString(), expiresAt: expires_at.toISOString() },
    usedAt: used_at?.toISOString() ?? null,
  }))
}

interface NewToken {
  readonly name: string
  readonly scopes: readonly string[]
  readonly days: number
}

/** Answers the token's text: only its hash is kept. */
export async function insertToken(db: Database, context: RequestContext, given: NewToken): Promise<string> {
  const { now } = context
  const token = newApiToken()
  const [id, by] = [newId(now), actorOf(context)]
  const scopes = [...new Set(given.scopes)].sort()
  const expiresAt = new Date(now.getTime() + given.days * dayMs)
  await db
    .insertInto('access.tokens')
    .values({
      ...{
        zone_id: zoneOf(context).id,
        id,
        version: 1,
        created_at: now,
        created_by: by,
        updated_at: now,
        updated_by: by,
      },
      ...{ archived_at: null, account_id: accountOf(context), name: given.name, token_hash: hashToken(token), scopes },
      ...{ expires_at: expiresAt, used_at: null },
    })
    .execute()
  const after = { name: given.name, scopes, expiresAt: expiresAt.toISOString() }
  await record(db, context, { subjectKind: tokenKind, subjectId: id, action: 'make', after })
  return token
}

/** False when the caller has no such token. */
export async function archiveToken(db: Database, context: RequestContext, id: string): Promise<boolean> {
  const { now } = context
  const row = await db
    .updateTable('access.tokens')
    .set((eb) => ({ archived_at: now, updated_at: now, updated_by: actorOf(context), version: eb('version', '+', 1) }))
    .where('zone_id', '=', zoneOf(context).id)
    .where('account_id', '=', accountOf(context))
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .returning('name')
    .executeTakeFirst()
  if (!row) return false
  await record(db, context, { subjectKind: tokenKind, subjectId: id, action: 'revoke', before: { name: row.name } })
  return true
}

function inUse(db: Database, context: RequestContext) {
  return db
    .selectFrom('access.tokens')
    .where('zone_id', '=', zoneOf(context).id)
    .where('account_id', '=', accountOf(context))
    .where('archived_at', 'is', null)
    .where('expires_at', '>', context.now)
}

function accountOf({ caller: { accountId } }: RequestContext): string {
  if (accountId === null) throw signInNeeded()
  return accountId
}
