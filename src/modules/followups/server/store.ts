import { type Selectable, sql } from 'kysely'
import { notFound } from '../../../platform/access/caller.ts'
import type { Caller, Database } from '../../../platform/module.ts'
import type { FollowUpFacts } from '../domain/follow-up.ts'
import type { FollowUpActionRow, FollowUpRow } from './table.ts'

/** A follow-up with everything that was done, in order. */
export interface StoredFollowUp {
  readonly row: FollowUpRow
  readonly actions: readonly Selectable<FollowUpActionRow>[]
  readonly facts: FollowUpFacts
}

/** Whose follow-ups: all for who oversees; of the others those that they gave, that are theirs or their department's. */
export interface Scope {
  readonly zoneId: string
  readonly caller: Caller
  /** Of the caller's person; null when there is none. */
  readonly departmentId: string | null
  /** People for whom the caller acts today, the caller's own person among them. */
  readonly personIds: readonly string[]
}

export function followUpsIn(db: Database, { zoneId, caller, departmentId, personIds }: Scope) {
  const zone = db
    .selectFrom('followups.followups')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
  if (caller.permissions.has('followups.oversee')) return zone
  const places = [...personIds, ...(departmentId === null ? [] : [departmentId])]
  return zone.where((eb) =>
    eb.or([eb('issuer_id', '=', caller.accountId), eb('to_id', '=', sql<string>`any(${places}::uuid[])`)]),
  )
}

export async function getStored(
  db: Database,
  scope: Scope,
  { id, lock }: { readonly id: string; readonly lock: boolean },
): Promise<StoredFollowUp> {
  const query = followUpsIn(db, scope).where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  const [stored] = row ? await withActions(db, scope.zoneId, [row]) : []
  if (stored) return stored
  throw notFound()
}

/** With what was done, in one query; the order stays. */
export async function withActions(
  db: Database,
  zoneId: string,
  rows: readonly FollowUpRow[],
): Promise<StoredFollowUp[]> {
  if (rows.length === 0) return []
  const all = await db
    .selectFrom('followups.actions')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('follow_up_id', '=', sql<string>`any(${rows.map(({ id }) => id)}::uuid[])`)
    .orderBy('follow_up_id')
    .orderBy('ordinal')
    .execute()
  const byId = Map.groupBy(all, (action) => action.follow_up_id)
  return rows.map((row) => {
    const actions = byId.get(row.id) ?? []
    const facts = {
      state: row.state,
      actions: actions.map(({ verb, happened_on, days }) => ({ verb, on: happened_on, days })),
    }
    return { row, actions, facts }
  })
}

/** Every follow-up of the zone that is neither accepted nor closed. */
export async function openIn(db: Database, zoneId: string) {
  const rows = await db
    .selectFrom('followups.followups')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('state', 'in', ['issued', 'acknowledged', 'answered', 'sent_back'])
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute()
  return withActions(db, zoneId, rows)
}
