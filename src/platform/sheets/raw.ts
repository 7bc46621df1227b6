import { type AnyRecordKind, fieldOf } from '../../kernel/record-kind.ts'
import { readCell } from './cells/read-cell.ts'
import { folded } from './cells/texts.ts'
import type { Grid } from './grid.ts'
import type { Head } from './head.ts'
import type { ReadCell } from './read.ts'
import { exampleMark } from './titles.ts'

/** A cell as JSON keeps it: a moment of a date cell is not a text. */
export type RawCell = string | number | null | { readonly date: string }

/** A line of the table as it was read: the cells of `Head.columns` in their order. */
export interface RawRow {
  readonly number: number
  readonly id: string
  readonly version: string
  readonly cells: readonly RawCell[]
  /** Number of an earlier line that says the same, or has the same unique values. */
  readonly twin?: { readonly number: number; readonly fields: readonly string[] }
}

/** Fields whose values together exist once in a zone. */
export type UniqueKey = readonly string[]

/** The lines of the table below its head. Empty ones and the template's untouched example are skipped. */
export function rawRows(
  kind: AnyRecordKind,
  { grid, head }: { readonly grid: Grid; readonly head: Head },
  keys: readonly UniqueKey[],
): { readonly rows: readonly RawRow[]; readonly skipped: number } {
  const twins = twinFinder(head, keys)
  const rows: RawRow[] = []
  let skipped = 0
  for (let i = head.line; i < grid.rows.length; i++) {
    const line = grid.rows[i] ?? []
    const cells = head.columns.map(({ at }) => rawCell(line[at] ?? null))
    const id = textAt(line, head.id)
    if (cells.every(isEmpty) && id === '') {
      skipped += line.some((cell) => !isEmpty(cell)) ? 1 : 0
      continue
    }
    if (isExample(kind, head, { id, cells })) {
      skipped++
      continue
    }
    const row = { number: i + 1, id: isMark(id) ? '' : id, version: textAt(line, head.version), cells }
    const twin = twins(row)
    rows.push(twin ? { ...row, twin } : row)
  }
  return { rows, skipped }
}

export function readable(cell: RawCell): ReadCell {
  return typeof cell === 'object' && cell !== null ? new Date(cell.date) : cell
}

function rawCell(cell: ReadCell): RawCell {
  return cell instanceof Date ? { date: cell.toISOString() } : cell
}

function isEmpty(cell: RawCell | ReadCell): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '')
}

function textAt(line: readonly ReadCell[], at: number | null): string {
  return at === null ? '' : String(line[at] ?? '').trim()
}

function isMark(id: string): boolean {
  return [exampleMark.zh, exampleMark.en].includes(folded(id))
}

/** The example as the template gave it; one that somebody has written over is a row like any other. */
function isExample(kind: AnyRecordKind, head: Head, row: Pick<RawRow, 'id' | 'cells'>): boolean {
  if (!isMark(row.id)) return false
  return head.columns.every(({ field: name }, i) => {
    const field = fieldOf(kind, name)
    if (field.type === 'ref') return true
    const read = readCell(field, readable(row.cells[i] ?? null))
    return 'value' in read && isShownExample(field.type, read.value, field.example)
  })
}

function isShownExample(type: string, value: unknown, example: unknown): boolean {
  if (value === null) return true
  if (type === 'instant') return Math.abs(Date.parse(String(value)) - Date.parse(String(example))) < 1_000
  if (type === 'money') return Number(value) === Number(example)
  return JSON.stringify(value) === JSON.stringify(example)
}

/** Tells of each line whether an earlier one was the same. */
function twinFinder(head: Head, keys: readonly UniqueKey[]) {
  const places = new Map(head.columns.map(({ field }, i) => [field, i]))
  const known = keys.flatMap((key, i) => {
    const at = key.flatMap((field) => places.get(field) ?? [])
    return at.length === key.length ? [{ key, name: `key ${i}`, at }] : []
  })
  const seen = new Map<string, number>()
  const find = (what: string, number: number): number | undefined => {
    const first = seen.get(what)
    if (first === undefined) seen.set(what, number)
    return first
  }
  return ({ number, id, cells }: RawRow): RawRow['twin'] => {
    const sameId = id === '' ? undefined : find(`id ${id}`, number)
    if (sameId !== undefined) return { number: sameId, fields: [] }
    let keyed = false
    for (const { key, name, at } of known) {
      const values = at.map((place) => cells[place] ?? null)
      if (values.some(isEmpty)) continue
      keyed = true
      const first = find(`${name} ${keyText(values)}`, number)
      if (first !== undefined) return { number: first, fields: key }
    }
    // A line that says all the same has the same key: it was met above.
    const first = id === '' && !keyed ? find(JSON.stringify(cells), number) : undefined
    return first === undefined ? undefined : { number: first, fields: [] }
  }
}

function keyText(values: readonly RawCell[]): string {
  const [only] = values
  return values.length === 1 && typeof only === 'string'
    ? `"${foldedCell(only)}`
    : JSON.stringify(values.map(foldedCell))
}

function foldedCell(cell: RawCell): RawCell {
  return typeof cell === 'object' ? cell : String(cell).normalize('NFC').trim()
}
