import type { Selectable } from 'kysely'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import type { Caller, Database } from '../../../platform/module.ts'
import type { ObjectionRow, ResultRow, RoundRow } from './table.ts'

export type StoredRound = Selectable<RoundRow>
export type StoredResult = Selectable<ResultRow>
export type StoredObjection = Selectable<ObjectionRow>

/** Every select of evaluations starts here: an outsider sees what was published. */
export function roundsIn(db: Database, zoneId: string, caller: Caller) {
  const all = db.selectFrom('yields.rounds').selectAll().where('zone_id', '=', zoneId).where('archived_at', 'is', null)
  return isOutsider(caller) ? all.where('state', '!=', 'draft') : all
}

export async function lockRound(
  db: Database,
  zoneId: string,
  { caller, id }: { readonly caller: Caller; readonly id: string },
): Promise<StoredRound> {
  const row = await roundsIn(db, zoneId, caller).where('id', '=', id).forUpdate().executeTakeFirst()
  if (row) return row
  throw notFound()
}

const nobodys = '00000000-0000-0000-0000-000000000000'

/** Whose results and objections the caller sees: undefined for everybody's. */
export function onlyOf(caller: Caller): string | undefined {
  return isOutsider(caller) ? (caller.enterpriseId ?? nobodys) : undefined
}

/** Results of an evaluation, all editions, the first one first. */
export async function listResults(
  db: Database,
  zoneId: string,
  of: { readonly roundId?: string; readonly enterpriseId?: string | undefined },
): Promise<readonly StoredResult[]> {
  let query = db.selectFrom('yields.results').selectAll().where('zone_id', '=', zoneId).where('archived_at', 'is', null)
  if (of.roundId !== undefined) query = query.where('round_id', '=', of.roundId)
  if (of.enterpriseId !== undefined) query = query.where('enterprise_id', '=', of.enterpriseId)
  return query.orderBy('edition').orderBy('id').execute()
}

export async function listObjections(
  db: Database,
  zoneId: string,
  of: { readonly roundId: string; readonly enterpriseId?: string | undefined },
): Promise<readonly StoredObjection[]> {
  let query = db
    .selectFrom('yields.objections')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('round_id', '=', of.roundId)
    .where('archived_at', 'is', null)
  if (of.enterpriseId !== undefined) query = query.where('enterprise_id', '=', of.enterpriseId)
  return query.orderBy('id', 'desc').execute()
}
