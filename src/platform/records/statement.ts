import { type RawBuilder, sql } from 'kysely'
import { type AnyRecordKind, columnOf } from '../../kernel/record-kind.ts'
import type { Database } from '../module.ts'
import { intArray } from '../wire/arrays.ts'
import { asLast } from '../wire/last.ts'
import { type Persons, rowJson, tableRef } from './columns.ts'
import type { StoredRow } from './personal.ts'
import { parseRow } from './personal.ts'
import { constraintProblem } from './problems.ts'
import type { Registry } from './registry.ts'
import { searchEntry } from './search-entry.ts'

/** A kind with the registry in which its refs are looked up. */
export interface Known {
  readonly kind: AnyRecordKind
  readonly registry: Registry
}

interface Writing {
  readonly db: Database
  readonly known: Known
  /** Changes one row and returns it as `t`. */
  readonly write: RawBuilder<unknown>
  readonly event: RawBuilder<unknown>
  readonly search: RawBuilder<unknown> | null
}

interface Row {
  /** What else is written with it. */
  readonly beside?: RawBuilder<unknown>
  readonly persons?: Persons
  /** Nothing follows it in its work: it may take the commit along. */
  readonly last?: boolean
}

/** Record, event and search entry in one statement: all or nothing, one way to the database. Answers the row as it is now, as JSON. */
export async function writeRow(writing: Writing & Row): Promise<string> {
  const { db, known, write, event, search, beside, persons, last = false } = writing
  const { kind, registry } = known
  const searching = search ? sql`search as (${search}),` : sql``
  const besides = beside ? sql`beside as (${beside}),` : sql``
  const statement = sql<{ row: string }>`with event as (${event}), ${searching} ${besides} t as (${write})
    select ${rowJson(kind, registry, persons)} as row from t`.compile(db)
  try {
    const { rows } = await db.executeQuery(last ? asLast(db, statement) : statement)
    return rows[0]?.row ?? ''
  } catch (error) {
    throw constraintProblem(kind, error)
  }
}

/** The same, parsed. */
export async function writeOnce(writing: Writing & Row): Promise<StoredRow> {
  return parseRow(await writeRow(writing))
}

/** One column of a write with its value. */
export type Cell = readonly [column: string, value: unknown]

export function insertRow(kind: AnyRecordKind, cells: readonly Cell[]): RawBuilder<unknown> {
  const columns = sql.raw(cells.map(([column]) => `"${column}"`).join(', '))
  return sql`insert into ${tableRef(kind)} (${columns}) values (${sql.join(cells.map(([, value]) => value))}) returning *`
}

export interface Target {
  readonly zoneId: string
  readonly id: string
}

export function updateRow(kind: AnyRecordKind, { zoneId, id }: Target, cells: readonly Cell[]): RawBuilder<unknown> {
  const changes = cells.map(([column, value]) => sql`${sql.raw(`"${column}"`)} = ${value}`)
  return sql`update ${tableRef(kind)} as t set ${sql.join(changes)} where t.zone_id = ${zoneId} and t.id = ${id} returning t.*`
}

/** The cell and the entry by which a new record is found; null when the kind has no search fields. */
export function newSearchOf(kind: AnyRecordKind, { zoneId, id }: Target, whole: Readonly<Record<string, unknown>>) {
  if (kind.search.length === 0) return null
  const { text, grams, sounds } = searchEntry(kind, zoneId, whole)
  const entry = sql`insert into records.search (zone, id, grams, sounds)
    values (${zoneId}, ${id}, ${intArray(grams)}::integer[], ${intArray(sounds)}::integer[])`
  return { cell: ['search_text', text] as Cell, entry }
}

/** The same for a record that was there already. */
export function searchOf(kind: AnyRecordKind, target: Target, whole: Readonly<Record<string, unknown>>) {
  const search = newSearchOf(kind, target, whole)
  if (!search) return null
  const { cell, entry } = search
  const kept = sql`${entry} on conflict (zone, id) do update set grams = excluded.grams, sounds = excluded.sounds`
  return { cell, entry: kept }
}

export function cellsOf(values: Readonly<Record<string, unknown>>): readonly Cell[] {
  return Object.entries(values).map(([name, value]) => [columnOf(name), value])
}
