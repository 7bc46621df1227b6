import { type RawBuilder, sql } from 'kysely'
import { type GroupInput, type GroupOutput, mostGroups, partsOfGroup } from '../../kernel/record-group.ts'
import { type AnyRecordKind, columnOf, fieldOf, titleField } from '../../kernel/record-kind.ts'
import { type Acting, zoneOf } from '../journal/record.ts'
import type { Database } from '../module.ts'
import { columnRef, tableRef } from './columns.ts'
import { listConditions } from './conditions.ts'
import type { Registry } from './registry.ts'
import type { Known } from './statement.ts'

interface GroupRow {
  readonly whole: boolean
  readonly key: string | null
  readonly count: string
  readonly sums: Readonly<Record<string, string | null>>
}

/** Counts and sums of what a list's conditions let through: the whole, and the largest groups. One pass over the rows. */
export async function groupRecords(
  db: Database,
  acting: Acting,
  { kind, registry, input }: Known & { readonly input: GroupInput },
): Promise<GroupOutput> {
  const conditions = await listConditions(db, acting, { kind, input })
  const { by, sums } = input
  const key = by === undefined ? sql`null::text` : keyOf(kind, by)
  const sets = by === undefined ? sql`()` : sql`grouping sets ((g.key), ())`
  const { rows } = await sql<GroupRow>`select ${by === undefined ? sql`true` : sql`grouping(g.key) = 1`} as whole,
      ${by === undefined ? sql`null::text` : sql`g.key`} as key, count(*) as count, ${sumsOf(sums)} as sums
    from (select ${key} as key ${valuesOf(sums)} from ${tableRef(kind)} t where ${sql.join(conditions, sql` and `)}) g
    group by ${sets} order by 1 desc, 3 desc, 2 limit ${mostGroups + 2}`.execute(db)
  const [whole, ...groups] = rows
  const listed = groups.slice(0, mostGroups)
  const names =
    by === undefined
      ? new Map<string, string>()
      : await namesOf(db, zoneOf(acting).id, { kind, registry, by, rows: listed })
  return {
    groups: listed.map((row) => ({
      key: row.key,
      name: names.get(row.key ?? '') ?? null,
      count: Number(row.count),
      sums: filled(row.sums),
    })),
    more: groups.length > mostGroups,
    count: Number(whole?.count ?? 0),
    sums: filled(whole?.sums ?? {}),
  }
}

const formats = { month: 'YYYY-MM', year: 'YYYY' } as const

/** What a row is grouped by, as text; an instant by the day that it was in China. */
function keyOf(kind: AnyRecordKind, by: string): RawBuilder<unknown> {
  const { name, span } = partsOfGroup(by)
  const column = sql.raw(columnRef(name))
  if (span === null) return sql`${column}::text`
  const day = fieldOf(kind, name).type === 'instant' ? sql`${column} at time zone 'Asia/Shanghai'` : column
  return sql`to_char(${day}, ${sql.lit(formats[span])})`
}

function valuesOf(sums: readonly string[]): RawBuilder<unknown> {
  return sql.raw(sums.map((name) => `, ${columnRef(name)} as "${columnOf(name)}"`).join(''))
}

function sumsOf(sums: readonly string[]): RawBuilder<unknown> {
  const parts = sums.map((name) => `'${name}', sum(g."${columnOf(name)}")::text`)
  return sql.raw(`json_build_object(${parts.join(', ')})`)
}

/** Where no row has a value, the sum is nothing and says so by its absence. */
function filled(sums: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(sums).filter((entry): entry is [string, string] => entry[1] !== null))
}

interface Asked extends Known {
  readonly by: string
  readonly rows: readonly GroupRow[]
}

async function namesOf(
  db: Database,
  zoneId: string,
  { kind, registry, by, rows }: Asked,
): Promise<Map<string, string>> {
  const target = targetOf(kind, registry, by)
  const ids = rows.flatMap(({ key }) => (key === null ? [] : [key]))
  if (!target || ids.length === 0) return new Map()
  const title = sql.raw(columnRef(titleField(target)))
  const found = await sql<{
    id: string
    name: string | null
  }>`select t.id, ${title}::text as name from ${tableRef(target)} t
    where t.zone_id = ${zoneId} and t.id = any(${ids}::uuid[])`.execute(db)
  return new Map(found.rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])))
}

/** The kind that a ref points at, when the titles of its records may be told. */
function targetOf(kind: AnyRecordKind, registry: Registry, by: string): AnyRecordKind | undefined {
  const { to } = fieldOf(kind, partsOfGroup(by).name)
  const target = to === undefined ? undefined : registry.get(to)
  return target && fieldOf(target, titleField(target)).personal === undefined ? target : undefined
}
