import { sql } from 'kysely'
import type { OutputOf } from '../../kernel/endpoint.ts'
import { type AnyRecordKind, fieldOf, titleField } from '../../kernel/record-kind.ts'
import { zoneOf } from '../journal/record.ts'
import type { Database, RequestContext } from '../module.ts'
import { candidates } from './candidates.ts'
import { columnRef, tableRef } from './columns.ts'
import type { findRecords } from './contract/find.ts'
import type { Registry } from './registry.ts'
import { scopeOf } from './scope.ts'
import { wordsOf } from './search.ts'
import { textConditions, waysOf } from './words.ts'

/** Of one kind so many are offered. */
const perKind = 5

type Found = OutputOf<typeof findRecords>['found'][number]

/** Records of all kinds that the caller may read, in which the words stand or that sound like them; the shortest names first. */
export async function findByName(
  db: Database,
  context: RequestContext,
  { registry, query }: { readonly registry: Registry; readonly query: string },
): Promise<Found[]> {
  const words = wordsOf(query)
  const zoneId = zoneOf(context).id
  const kinds = [...registry.values()].filter(
    ({ search, access }) => search.length > 0 && context.caller.permissions.has(access.read),
  )
  if (words.length === 0 || kinds.length === 0) return []
  const ways = kinds.flatMap((kind) => waysOf({ kind, zoneId, query }))
  const byKind = await candidates(db, zoneId, ways)
  const found: Found[] = []
  for (const kind of kinds) {
    const ids = byKind.get(kind.name) ?? null
    if (ids === null || ids.length > 0) found.push(...(await ofKind(db, context, { kind, ids, words })))
  }
  return found
}

interface Asked {
  readonly kind: AnyRecordKind
  /** Null: too many to be named; then the newest that fit are offered. */
  readonly ids: readonly string[] | null
  readonly words: readonly string[]
}

async function ofKind(db: Database, context: RequestContext, { kind, ids, words }: Asked): Promise<Found[]> {
  const scope = scopeOf(kind, context.caller)
  const personal = fieldOf(kind, titleField(kind)).personal !== undefined
  const title = personal ? sql<string>`null::text` : sql<string>`${sql.raw(columnRef(titleField(kind)))}::text`
  const conditions = [
    sql`t.zone_id = ${zoneOf(context).id}`,
    sql`t.archived_at is null`,
    ...(scope ? [scope] : []),
    ...(ids === null ? [] : [sql`t.id = any(${[...ids]}::uuid[])`]),
    ...textConditions(kind, words),
  ]
  const order = ids === null ? sql`t.id desc` : sql`length(${title}), t.id desc`
  const { rows } = await sql<{ id: string; title: string | null }>`select t.id, ${title} as title
    from ${tableRef(kind)} t where ${sql.join(conditions, sql` and `)} order by ${order} limit ${perKind}`.execute(db)
  return rows.map((row) => ({ kind: kind.name, path: kind.path, label: kind.labels.one, ...row }))
}
