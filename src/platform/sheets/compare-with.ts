import type { Field } from '../../kernel/field.ts'
import { fieldOf, titleField } from '../../kernel/record-kind.ts'
import type { RowIssue } from '../../kernel/sheet-view.ts'
import type { Acting } from '../journal/record.ts'
import { refuseForeign } from '../records/change.ts'
import type { Known } from '../records/statement.ts'
import { checkValues } from '../records/values.ts'
import { readCell } from './cells/read-cell.ts'
import { sheetCell, shownValue } from './cells/show.ts'
import type { KeptRow } from './compared.ts'
import type { Existing } from './existing.ts'
import type { Given } from './given.ts'
import { archivedRow, fixedValue, issuesOf, missingValue, notByHand, staleRow } from './row-issues.ts'

interface Beside {
  readonly given: Given
  readonly existing: Existing
  /** The line carries the record's id, as an export does: an empty cell empties the field. Otherwise it leaves it. */
  readonly byId: boolean
}

/** A line beside its record: which cells differ, and whether `update` would take them. */
export function compareWith({ kind }: Known, acting: Acting, { given, existing, byId }: Beside): KeptRow {
  const changed = Object.entries(given.values).filter(([name, value]) => {
    if (value === null && !byId) return false
    return differs(fieldOf(kind, name), value, { shown: existing.shown[name], open: existing.open[name] })
  })
  const values = Object.fromEntries(changed)
  const whole = { ...existing.open, ...values }
  const names = existing.shown.names as Readonly<Record<string, string | null>>
  const row = {
    number: given.raw.number,
    id: existing.id,
    version: existing.version,
    title: String(names[titleField(kind)] ?? existing.shown[titleField(kind)] ?? ''),
    values,
    cells: changed.map(([field, value]) => ({
      field,
      before: shown(fieldOf(kind, field), existing.shown[field], names[field]),
      after: shown(fieldOf(kind, field), value, given.names[field]),
    })),
  }
  if (changed.length === 0 && given.issues.length === 0) return { ...row, state: 'same' }
  const issues: RowIssue[] = [
    ...given.issues,
    ...changed.flatMap(([name, value]) => refused(name, fieldOf(kind, name), value)),
  ]
  if (existing.archived) issues.push(archivedRow())
  if (byId && isStale(given, existing)) issues.push(staleRow())
  if (issues.length > 0) return { ...row, state: 'bad', issues }
  try {
    refuseForeign(kind, acting, values)
    const warnings = checkValues(kind, values, whole).map(({ field, zh, en }) => ({ field, zh, en }))
    return { ...row, state: 'changed', warnings }
  } catch (error) {
    return { ...row, state: 'bad', issues: issuesOf(error) }
  }
}

/** An export that was written over a newer record would undo what was done since. */
function isStale({ raw }: Given, { version }: Existing): boolean {
  return raw.version !== '' && Number(raw.version) !== version
}

function refused(name: string, field: Field<unknown>, value: unknown): readonly RowIssue[] {
  if (field.writable === 'never') return [notByHand(name)]
  if (field.writable === 'once') return [fixedValue(name)]
  return field.required && (value === null || value === '') ? [missingValue(name)] : []
}

/** Not what the record has: neither in full, nor masked, nor as its cell in an export would read back. */
function differs(
  field: Field<unknown>,
  value: unknown,
  { shown, open }: { readonly shown: unknown; readonly open: unknown },
): boolean {
  if (sameValue(value, open) || sameValue(value, shown)) return false
  if (field.type !== 'instant' && field.type !== 'money' && field.type !== 'longText') return true
  const read = readCell(field, textOf(sheetCell(field, open, { lang: 'zh' })))
  return !('value' in read && sameValue(instantOf(field, value), instantOf(field, read.value)))
}

function instantOf(field: Field<unknown>, value: unknown): unknown {
  return field.type === 'instant' && typeof value === 'string' ? Date.parse(value) : value
}

function textOf(cell: ReturnType<typeof sheetCell>): string | number | null {
  if (typeof cell !== 'object' || cell === null) return cell
  return 'day' in cell ? cell.day : cell.yuan
}

/** No value and an empty text are the same; the order of choices says nothing. */
function sameValue(a: unknown, b: unknown): boolean {
  const plain = (value: unknown) => (Array.isArray(value) ? value.toSorted() : value === '' ? null : (value ?? null))
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b))
}

function shown(field: Field<unknown>, value: unknown, name: string | null | undefined) {
  return value === null || value === undefined || value === '' ? null : shownValue(field, value, name ?? null)
}
