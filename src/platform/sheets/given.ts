import type { AnyRecordKind } from '../../kernel/record-kind.ts'
import { fieldOf, titleField } from '../../kernel/record-kind.ts'
import type { RowIssue } from '../../kernel/sheet-view.ts'
import type { Acting } from '../journal/record.ts'
import type { Database } from '../module.ts'
import type { Known } from '../records/statement.ts'
import { readCell } from './cells/read-cell.ts'
import type { Head } from './head.ts'
import { type Named, namedRecords } from './named-refs.ts'
import { type RawRow, readable } from './raw.ts'

/** A line read as values: those that could be read, what refs are called, and what was wrong. */
export interface Given {
  readonly raw: RawRow
  readonly values: Record<string, unknown>
  /** Of refs: what stands in the cell, and the names of those found. */
  readonly texts: Record<string, string>
  readonly names: Record<string, string>
  readonly issues: RowIssue[]
}

/** Reads lines as values of the kind; refs stay texts until `resolveRefs`. */
export function givenRows(kind: AnyRecordKind, head: Head, rows: readonly RawRow[]): readonly Given[] {
  const fields = head.columns.map(({ field }) => ({ name: field, field: fieldOf(kind, field) }))
  return rows.map((raw) => {
    const given: Given = { raw, values: {}, texts: {}, names: {}, issues: [] }
    for (const [i, { name, field }] of fields.entries()) {
      const read = readCell(field, readable(raw.cells[i] ?? null))
      if ('issue' in read) given.issues.push({ field: name, ...read.issue })
      else if (field.type === 'ref' && read.value !== null) given.texts[name] = String(read.value)
      else given.values[name] = read.value
    }
    return given
  })
}

/** What the line is called, where that is not the value of the field that names a record. */
export function titleOf(kind: AnyRecordKind, { values, names, texts }: Given): { readonly title?: string } {
  const name = titleField(kind)
  const title = String(names[name] ?? texts[name] ?? values[name] ?? '')
  return title === String(values[name] ?? '') ? {} : { title }
}

/** Puts ids in the place of names. `shown` says what an existing record calls its ref: what is left as it was needs no looking up. */
export async function resolveRefs(db: Database, acting: Acting, { known, given, shown }: Resolving): Promise<void> {
  const refs = Object.entries(known.kind.fields).flatMap(([name, { to }]) => (to === undefined ? [] : [{ name, to }]))
  for (const { name, to } of refs) {
    const asked = given.filter(({ texts }) => texts[name] !== undefined)
    const changed = asked.filter((one) => !keepsRef(one, name, shown(one)))
    const texts = changed.map((one) => one.texts[name] ?? '')
    const found = await namedRecords(db, acting, { registry: known.registry, to, texts })
    for (const one of changed) setRef(one, name, found.get(one.texts[name] ?? ''))
  }
}

interface Resolving {
  readonly known: Known
  readonly given: readonly Given[]
  readonly shown: (given: Given) => Existing | undefined
}

interface Existing {
  readonly [field: string]: unknown
}

function keepsRef(given: Given, name: string, existing: Existing | undefined): boolean {
  if (!existing) return false
  const names = existing.names as Readonly<Record<string, string | null>> | undefined
  const text = given.texts[name]
  if (text !== names?.[name] && text !== existing[name]) return false
  given.values[name] = existing[name]
  return true
}

function setRef(given: Given, name: string, named: Named | undefined): void {
  if (!named) return
  if ('issue' in named) {
    given.issues.push({ field: name, ...named.issue })
    return
  }
  given.values[name] = named.id
  given.names[name] = named.name
}
