import type { Label } from '../../kernel/label.ts'
import type { RowIssue, RowState } from '../../kernel/sheet-view.ts'
import type { Values } from '../journal/record.ts'
import type { RawRow } from './raw.ts'

/** A line of the file beside its record: what is kept between comparison and confirmation. */
export interface ComparedRow {
  readonly number: number
  readonly state: RowState
  /** Of the record; null for a new one. */
  readonly id: string | null
  readonly version: number | null
  readonly title: string
  /** What would be written: all values of a new record, the changed ones of another. */
  readonly values: Values
  readonly cells: readonly { readonly field: string; readonly before: Label | null; readonly after: Label | null }[]
  readonly issues: readonly RowIssue[]
  readonly warnings: readonly RowIssue[]
  /** A bad line that is sound in itself: it goes in when a person has said why. */
  readonly ask?: boolean
  /** Of a bad line what stands in the file, so that it can go back. */
  readonly given?: Pick<RawRow, 'id' | 'version' | 'cells'>
}

export type StateCounts = Readonly<Partial<Record<RowState | 'skipped', number>>>

export function countsOf(rows: readonly Pick<ComparedRow, 'state'>[]): StateCounts {
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
