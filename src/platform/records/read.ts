import { sql } from 'kysely'
import { type AnyRecordKind, personalFields } from '../../kernel/record-kind.ts'
import { notFound } from '../access/caller.ts'
import { type Acting, record, zoneOf } from '../journal/record.ts'
import { JsonText } from '../json-text.ts'
import type { Database } from '../module.ts'
import { rowJson, tableRef } from './columns.ts'
import { openValue, ownerOf, parseRow, type StoredRow, shownRow } from './personal.ts'
import { scopeOf } from './scope.ts'
import type { Known } from './statement.ts'

/** The stored row of this id as the caller may reach it; undefined when it is not there, another zone's or another enterprise's. */
async function findRow(
  db: Database,
  acting: Acting,
  { kind, registry, id, lock = false }: Known & { readonly id: string; readonly lock?: boolean },
): Promise<string | undefined> {
  const scope = scopeOf(kind, acting.caller)
  const { rows } = await sql<{ row: string }>`select ${rowJson(kind, registry)} as row from ${tableRef(kind)} t
    where t.zone_id = ${zoneOf(acting).id} and t.id = ${id}
    ${scope ? sql`and ${scope}` : sql``} ${sql.raw(lock ? 'for update of t' : '')}`.execute(db)
  return rows[0]?.row
}

/** One record, archived or not, personal values masked. */
export async function readRecord(
  db: Database,
  acting: Acting,
  asked: Known & { readonly id: string },
): Promise<JsonText> {
  const row = await findRow(db, acting, asked)
  if (row === undefined) throw notFound()
  return new JsonText(shownRow(asked.kind, row))
}

/** The stored row, held until the transaction ends; throws when the caller cannot reach it. */
export async function lockRecord(
  db: Database,
  acting: Acting,
  asked: Known & { readonly id: string },
): Promise<StoredRow> {
  const row = await findRow(db, acting, { ...asked, lock: true })
  if (row === undefined) throw notFound()
  return parseRow(row)
}

/** The personal values of one record in full. That somebody saw them is an event of its own. */
export async function revealRecord(
  db: Database,
  acting: Acting,
  asked: Known & { readonly id: string },
): Promise<Readonly<Record<string, string | null>>> {
  const row = await findRow(db, acting, asked)
  if (row === undefined) throw notFound()
  const values = openRow(asked.kind, parseRow(row))
  await record(db, acting, { subjectKind: asked.kind.name, subjectId: asked.id, action: 'reveal' })
  return values
}

/** The personal values of a stored row in full; null where there is none or the person was erased. */
export function openRow(kind: AnyRecordKind, stored: StoredRow): Readonly<Record<string, string | null>> {
  const owner = ownerOf(kind, stored)
  return Object.fromEntries(
    personalFields(kind).map((name) => {
      const sealed = stored[name]
      return [name, typeof sealed === 'string' ? openValue(owner, name, sealed) : null]
    }),
  )
}
