import { type Selectable, sql } from 'kysely'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import type { Caller, Database } from '../../../platform/module.ts'
import { anyOf } from './any-of.ts'
import { keepCases, keptCase } from './kept-cases.ts'
import { caseOf, entryColumns, paperColumns, type StoredCase } from './rows.ts'
import type { ActionRow, CaseRow } from './table.ts'

/** Which cases a caller may see at all: an enterprise its own, everybody else the zone's. */
export interface Scope {
  readonly zoneId: string
  /** Undefined: all of the zone. */
  readonly enterpriseId: string | undefined
}

const nobodys = '00000000-0000-0000-0000-000000000000'

export function scopeOf(zoneId: string, caller: Caller): Scope {
  return { zoneId, enterpriseId: isOutsider(caller) ? (caller.enterpriseId ?? nobodys) : undefined }
}

/** The visible case, locked until the transaction ends; 404 when it is not there for this caller. */
export async function lockCase(db: Database, scope: Scope, id: string): Promise<StoredCase> {
  const row = await casesIn(db, scope).where('id', '=', id).forUpdate().executeTakeFirst()
  return getLoaded(db, scope.zoneId, row)
}

export async function getStored(db: Database, scope: Scope, id: string): Promise<StoredCase> {
  return getLoaded(db, scope.zoneId, await casesIn(db, scope).where('id', '=', id).executeTakeFirst())
}

async function getLoaded(db: Database, zoneId: string, row: Selectable<CaseRow> | undefined): Promise<StoredCase> {
  const [loaded] = row ? await withFacts(db, zoneId, [row]) : []
  if (loaded) return loaded
  throw notFound()
}

/** Every select of cases starts here. */
export function casesIn(db: Database, scope: Scope) {
  return visibleIn(db, scope).selectAll()
}

/** What a list asks first: which cases, and whether they are still as they were read before. */
export interface Head {
  readonly id: string
  /** Another one after every write of the case or of what it holds. */
  readonly stamp: string
}

/** The same cases, of each no more than tells whether it has to be read. */
export function headsIn(db: Database, scope: Scope) {
  const stamp = sql<string>`version || '/' || state || '/' || updated_at::text`
  return visibleIn(db, scope).select(['id', stamp.as('stamp')])
}

function visibleIn(db: Database, { zoneId, enterpriseId }: Scope) {
  const zone = db.selectFrom('cases.cases').where('zone_id', '=', zoneId).where('archived_at', 'is', null)
  return enterpriseId === undefined ? zone : zone.where('enterprise_id', '=', enterpriseId)
}

/**
 * These cases as stored, in their order, of which only those are read that changed since a list asked for them last. What is kept holds no
 * more than everybody may see who was given the heads; each caller's own view is made of it at every request.
 */
export async function storedOf(db: Database, scope: Scope, heads: readonly Head[]): Promise<readonly StoredCase[]> {
  const { zoneId } = scope
  const known = new Map(heads.map(({ id, stamp }) => [id, keptCase(zoneId, id, stamp)]))
  const missing = heads.filter(({ id }) => known.get(id) === undefined)
  if (missing.length > 0) {
    const rows = await casesIn(db, scope)
      .where('id', '=', anyOf(missing.map(({ id }) => id)))
      .execute()
    const stamps = new Map(missing.map(({ id, stamp }) => [id, stamp]))
    const read = await withFacts(db, zoneId, rows)
    keepCases(
      zoneId,
      read.map((stored) => ({ stamp: stamps.get(stored.row.id) ?? '', stored })),
    )
    for (const stored of read) known.set(stored.row.id, stored)
  }
  return heads.flatMap(({ id }) => known.get(id) ?? [])
}

/** Papers and ledgers of these cases, in two queries; the order stays. */
export async function withFacts(
  db: Database,
  zoneId: string,
  rows: readonly Selectable<CaseRow>[],
): Promise<StoredCase[]> {
  if (rows.length === 0) return []
  const [papers, entriesBy] = await Promise.all([
    db
      .selectFrom('cases.papers')
      .select(paperColumns)
      .where('zone_id', '=', zoneId)
      .where('case_id', '=', anyOf(rows.map(({ id }) => id)))
      .orderBy('case_id')
      .orderBy('ordinal')
      .execute(),
    ledgersOf(db, zoneId, rows),
  ])
  const papersBy = Map.groupBy(papers, (paper) => paper.case_id)
  return rows.map((row) => caseOf(row, papersBy.get(row.id) ?? [], entriesBy.get(row.id) ?? []))
}

/** By case: the entries of its clocks, in their order. */
export async function ledgersOf(db: Database, zoneId: string, rows: readonly Selectable<CaseRow>[]) {
  if (rows.length === 0) return new Map<string, never>()
  const entries = await db
    .selectFrom('cases.clock_entries')
    .select(entryColumns)
    .where('zone_id', '=', zoneId)
    .where('case_id', '=', anyOf(rows.map(({ id }) => id)))
    .orderBy('case_id')
    .orderBy('ordinal')
    .execute()
  return Map.groupBy(entries, (entry) => entry.case_id)
}

export function listActions(db: Database, zoneId: string, caseId: string): Promise<Selectable<ActionRow>[]> {
  return db
    .selectFrom('cases.actions')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('case_id', '=', caseId)
    .orderBy('ordinal')
    .execute()
}
