import type { Label } from '../../kernel/label.ts'
import { type AnyRecordKind, fieldOf, titleField } from '../../kernel/record-kind.ts'
import type { RowIssue, RowState } from '../../kernel/sheet-view.ts'
import type { Values } from '../journal/record.ts'
import { shownValue } from './cells/show.ts'
import type { RawRow } from './raw.ts'

/** A line of the file beside its record: what is kept between comparison and confirmation. What is empty or follows from the rest is left out. */
export interface KeptRow {
  readonly number: number
  readonly state: RowState
  /** Of the record; absent for a new one. */
  readonly id?: string | null
  readonly version?: number | null
  /** Where it is not the value of the field that names a record. */
  readonly title?: string
  /** What would be written: all values of a new record, the changed ones of another. */
  readonly values: Values
  /** Of a new record the names of what its refs point at, by field. */
  readonly names?: Readonly<Record<string, string>>
  /** Of another record. */
  readonly cells?: readonly Difference[]
  readonly issues?: readonly RowIssue[]
  readonly warnings?: readonly RowIssue[]
  /** A bad line that is sound in itself: it goes in when a person has said why. */
  readonly ask?: boolean
  /** Of a bad line what stands in the file, so that it can go back. */
  readonly given?: Pick<RawRow, 'id' | 'version' | 'cells'>
}

interface Difference {
  readonly field: string
  readonly before: Label | null
  readonly after: Label | null
}

/** The same as it is shown: with everything said. */
export interface ComparedRow extends KeptRow {
  readonly id: string | null
  readonly version: number | null
  readonly title: string
  readonly cells: readonly Difference[]
  readonly issues: readonly RowIssue[]
  readonly warnings: readonly RowIssue[]
}

export function wholeRow(kind: AnyRecordKind, row: KeptRow): ComparedRow {
  const { id = null, version = null, values, names = {}, issues = [], warnings = [] } = row
  const title = row.title ?? String(values[titleField(kind)] ?? '')
  const cells =
    row.cells ??
    Object.entries(values).map(([field, value]) => {
      return { field, before: null, after: shownValue(fieldOf(kind, field), value, names[field] ?? null) }
    })
  return { ...row, id, version, title, cells, issues, warnings }
}

export type StateCounts = Readonly<Partial<Record<RowState | 'skipped', number>>>

export function countsOf(rows: readonly Pick<KeptRow, 'state'>[]): StateCounts {
  const counts: Partial<Record<RowState, number>> = {}
  for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1
  return counts
}

export function sumOf(...all: readonly StateCounts[]): StateCounts {
  const sum: Record<string, number> = {}
  for (const counts of all) {
    for (const [state, count] of Object.entries(counts)) sum[state] = (sum[state] ?? 0) + count
  }
  return sum
}
