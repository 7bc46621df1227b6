import { sql } from 'kysely'
import type { Field } from '../../kernel/field.ts'
import { type AnyRecordKind, fieldOf } from '../../kernel/record-kind.ts'
import { isValueOf, type ListInput } from '../../kernel/record-list.ts'
import { type Acting, zoneOf } from '../journal/record.ts'
import { JsonText } from '../json-text.ts'
import type { Database } from '../module.ts'
import { columnRef, personColumns, rowColumns, sqlTypeOf, tableRef } from './columns.ts'
import { isNarrowed, listConditions } from './conditions.ts'
import { type Place, readCursor, writeCursor } from './cursor.ts'
import type { Condition } from './filters.ts'
import { newestHits } from './newest-hits.ts'
import type { Registry } from './registry.ts'
import { wordsOf } from './search.ts'
import { betweenRows, type SealedRows, shownRows } from './shown-rows.ts'

interface Ordered {
  readonly kind: AnyRecordKind
  readonly registry: Registry
  readonly input: ListInput
  readonly order: Order
  readonly place: Place | null
}

interface Page extends SealedRows {
  /** Of its last row, when more come behind it. */
  readonly end: Place | null
}

/** The rows come as one text: as fifty they would be as many messages, each read for itself. */
interface Lines {
  /** One row more than a page has, if there are so many. */
  readonly rows: string | null
  readonly found: number
  /** Of the last row that the page has. */
  readonly value: string | null
  readonly id: string | null
  readonly sealed: boolean
  readonly erased: readonly string[] | null
}

async function inOrder(db: Database, acting: Acting, { kind, registry, input, order, place }: Ordered): Promise<Page> {
  const { limit } = input
  // Told as a number, PostgreSQL plans once for all requests. Where values narrow the list, how many they leave decides on the way to take, and it plans anew.
  const many = isNarrowed(acting, { kind, input }) ? sql`${limit + 1}` : sql.lit(limit + 1)
  const conditions = await listConditions(db, acting, { kind, input })
  const branches = branchesOf(order, place).map(
    (branch) => sql`(select row_to_json(r)::text as row, ${order.value} as value, t.id, ${personColumns(kind)}
      from (select t.* from ${tableRef(kind)} t where ${sql.join([...conditions, ...branch.conditions], sql` and `)}
        order by ${branch.order} limit ${many}) t, lateral (select ${rowColumns(kind, registry, 'sealed')}) r)`,
  )
  const all = sql.join(branches, sql` union all `)
  const { rows } =
    await sql<Lines>`select string_agg(f.row, ${sql.lit(betweenRows)}) as rows, count(*)::integer as found,
      (array_agg(f.value))[${sql.lit(limit)}] as value, (array_agg(f.id))[${sql.lit(limit)}]::text as id,
      coalesce(bool_or(f.sealed), false) as sealed, array_agg(f.id::text) filter (where f.erased) as erased
    from ${branches.length === 1 ? all : sql`(select * from (${all}) as found limit ${many})`} as f`.execute(db)
  return pageOf(rows[0], limit)
}

function pageOf(lines: Lines | undefined, limit: number): Page {
  if (!lines || lines.rows === null) return { rows: '', sealed: false, erased: [], end: null }
  const { rows, found, value, id, sealed } = lines
  const erased = lines.erased ?? []
  if (found <= limit || id === null) return { rows, sealed, erased, end: null }
  return { rows: rows.slice(0, rows.lastIndexOf(betweenRows)), sealed, erased, end: { value, id } }
}

async function hits(db: Database, acting: Acting, asked: Ordered): Promise<Page> {
  const { input, order } = asked
  const found = await newestHits(db, acting, { ...asked, falling: order.falling })
  const page = found.slice(0, input.limit)
  const end = found.length > input.limit ? (page.at(-1) ?? null) : null
  return {
    rows: page.map(({ row }) => row).join(betweenRows),
    sealed: page.some(({ sealed }) => sealed),
    erased: page.filter(({ erased }) => erased).map(({ id }) => id),
    end,
  }
}

/**
 * One page of a kind's list, by keyset: where the last page ended, not how many rows lie before it. The rows leave as the
 * JSON that the database built. Rows without a value of the sort field come last in either direction.
 */
export async function listRecords(
  db: Database,
  acting: Acting,
  { kind, registry, input }: { kind: AnyRecordKind; registry: Registry; input: ListInput },
): Promise<JsonText> {
  const order = orderOf(kind, input.sort ?? usualSort(kind, input.q))
  const place = input.after === undefined ? null : readCursor(input.after, order.sort, order.fits)
  const searched = order.column === null && wordsOf(input.q ?? '').length > 0
  const page = await (searched ? hits : inOrder)(db, acting, { kind, registry, input, order, place })
  const shown = await shownRows(db, { kind, zoneId: zoneOf(acting).id, ...page })
  const next = page.end ? writeCursor(order.sort, page.end) : null
  return new JsonText(`{"rows":[${shown}],"next":${JSON.stringify(next)}}`)
}

/** Hits come newest first: of common words a page is met soon then, while in the order of names all hits may lie at its far end. */
function usualSort(kind: AnyRecordKind, query: string | undefined): string {
  return wordsOf(query ?? '').length > 0 ? '-createdAt' : (kind.sort ?? '-createdAt')
}

interface Order {
  /** As asked: `-name`. */
  readonly sort: string
  readonly falling: boolean
  /** The column when it is not the id itself. */
  readonly column: string | null
  readonly type: string
  readonly nullable: boolean
  /** Whether a cursor may hold this value. */
  readonly fits: (value: string | null) => boolean
  /** Of a row, for its cursor. */
  readonly value: ReturnType<typeof sql.raw>
}

/** `createdAt` is the order of ids: a uuidv7 starts with its time. */
function orderOf(kind: AnyRecordKind, sort: string): Order {
  const falling = sort.startsWith('-')
  const name = sort.replace(/^-/, '')
  if (name === 'createdAt') {
    const fits = (value: string | null) => value === null
    return { sort, falling, column: null, type: 'uuid', nullable: false, fits, value: sql.raw('null::text') }
  }
  const field = fieldOf(kind, name)
  const column = columnRef(name)
  const nullable = !field.required
  const fits = (value: string | null) => (value === null ? nullable : isValueOf(field, value))
  return { sort, falling, column, type: sqlTypeOf(field), nullable, fits, value: cursorValue(field, column) }
}

/** An instant's text must not depend on the connection's time zone. */
function cursorValue(field: Field<unknown>, column: string) {
  return field.type === 'instant'
    ? sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`)
    : sql.raw(`${column}::text`)
}

interface Branch {
  readonly conditions: readonly Condition[]
  readonly order: ReturnType<typeof sql.raw>
}

/** First the rows with a value, then those without: each half can be read from the index. */
function branchesOf(order: Order, place: Place | null): readonly Branch[] {
  const { column, nullable } = order
  const way = order.falling ? 'desc' : 'asc'
  const byId: Branch = { conditions: place ? [beyondId(order, place)] : [], order: sql.raw(`t.id ${way}`) }
  if (column === null) return [byId]
  const present = nullable ? [sql<boolean>`${sql.raw(column)} is not null`] : []
  const beyond = place ? [beyondValue(order, column, place)] : []
  const withValue: Branch = { conditions: [...present, ...beyond], order: sql.raw(`${column} ${way}, t.id ${way}`) }
  const absent: Condition = sql`${sql.raw(column)} is null`
  if (!nullable) return [withValue]
  if (place && place.value === null) return [{ ...byId, conditions: [absent, ...byId.conditions] }]
  return [withValue, { ...byId, conditions: [absent] }]
}

function beyondId({ falling }: Order, { id }: Place): Condition {
  return sql`t.id ${sql.raw(falling ? '<' : '>')} ${id}::uuid`
}

function beyondValue({ falling, type }: Order, column: string, { value, id }: Place): Condition {
  const operator = sql.raw(falling ? '<' : '>')
  return sql`(${sql.raw(column)}, t.id) ${operator} (${value}::${sql.raw(type)}, ${id}::uuid)`
}
