import { sql } from 'kysely'
import type { AnyRecordKind } from '../../kernel/record-kind.ts'
import type { ListConditions } from '../../kernel/record-list.ts'
import { type Acting, zoneOf } from '../journal/record.ts'
import type { Database } from '../module.ts'
import { type Condition, filterConditions } from './filters.ts'
import { scopeOf } from './scope.ts'
import { whereCondition } from './where.ts'
import { searchConditions } from './words.ts'

interface Asked {
  readonly kind: AnyRecordKind
  readonly input: ListConditions
}

/** Everything that a list's parameters state, with the zone and what limits the caller: the same for rows, groups and counts. */
export async function listConditions(db: Database, acting: Acting, asked: Asked): Promise<readonly Condition[]> {
  const { kind, input } = asked
  const zoneId = zoneOf(acting).id
  return [...plainConditions(acting, asked), ...(await searchConditions(db, { kind, zoneId, query: input.q ?? '' }))]
}

/** Whether values that somebody chose leave only some of the zone's records. */
export function isNarrowed({ caller }: Acting, { kind, input }: Asked): boolean {
  return Object.keys(input).some((name) => !leavesAll.has(name)) || scopeOf(kind, caller) !== null
}

const leavesAll = new Set(['zone', 'sort', 'limit', 'after', 'archived', 'lang'])

/** The same without the words that are searched for. */
export function plainConditions(acting: Acting, { kind, input }: Asked): readonly Condition[] {
  const zoneId = zoneOf(acting).id
  const scope = scopeOf(kind, acting.caller)
  return [
    sql`t.zone_id = ${zoneId}`,
    input.archived === 'true' ? sql`t.archived_at is not null` : sql`t.archived_at is null`,
    ...(scope ? [scope] : []),
    ...filterConditions(kind, input),
    ...(input.where === undefined ? [] : [whereCondition(kind, input.where)]),
  ]
}
