import { sql } from 'kysely'
import { type AnyRecordKind, fieldOf, titleField } from '../../kernel/record-kind.ts'
import { isOutsider, notAllowed, notFound } from '../access/caller.ts'
import { zoneOf } from '../journal/record.ts'
import type { Caller, Database, RequestContext } from '../module.ts'
import { columnRef, tableRef } from './columns.ts'
import type { Registry } from './registry.ts'

/** The kind of this name, for who may read it: what hangs on records (views, comments, links) is theirs only. */
export function readableKind(registry: Registry, name: string, caller: Caller): AnyRecordKind {
  const kind = registry.get(name)
  if (!kind) throw notFound()
  if (!caller.permissions.has(kind.access.read)) throw notAllowed()
  return kind
}

/** The same for what the administration keeps to itself. */
export function insideKind(registry: Registry, name: string, caller: Caller): AnyRecordKind {
  const kind = readableKind(registry, name, caller)
  if (isOutsider(caller)) throw notAllowed()
  return kind
}

export interface Reached {
  readonly kind: AnyRecordKind
  /** What the record is called; null where its name is personal or missing. */
  readonly title: string | null
}

/** A record on which the administration hangs something: comments, links, files. 404 when it is not there. */
export async function reachRecord(
  db: Database,
  context: RequestContext,
  { registry, name, id }: { readonly registry: Registry; readonly name: string; readonly id: string },
): Promise<Reached> {
  const kind = insideKind(registry, name, context.caller)
  const titles = await titlesOf(db, zoneOf(context).id, { kind, ids: [id] })
  if (!titles.has(id)) throw notFound()
  return { kind, title: titles.get(id) ?? null }
}

/** Of the records of a kind that are there, what each is called. */
export async function titlesOf(
  db: Database,
  zoneId: string,
  { kind, ids }: { readonly kind: AnyRecordKind; readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, string | null>> {
  if (ids.length === 0) return new Map()
  const personal = fieldOf(kind, titleField(kind)).personal !== undefined
  const title = personal ? sql`null::text` : sql`${sql.raw(columnRef(titleField(kind)))}::text`
  const { rows } = await sql<{
    id: string
    title: string | null
  }>`select t.id, ${title} as title from ${tableRef(kind)} t
    where t.zone_id = ${zoneId} and t.id = any(${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row.title]))
}
