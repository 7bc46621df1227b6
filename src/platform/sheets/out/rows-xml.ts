import { defuse } from '../defuse.ts'
import type { SheetCell } from '../workbook.ts'

export const cellSorts = ['text', 'day', 'yuan', 'number'] as const
export type CellSort = (typeof cellSorts)[number]

/** Of each column the number of the style that a cell of this sort bears in the workbook. */
export type ColumnStyles = readonly Readonly<Record<CellSort, string>>[]

/** Lines of a sheet as the format writes them (ISO/IEC 29500-1, 18.3.1.73), texts within their cells. The first has the number `from`. */
export function rowsXml(lines: readonly (readonly SheetCell[])[], from: number, styles: ColumnStyles): string {
  return lines.map((line, i) => rowXml(line, from + i, styles)).join('')
}

function rowXml(line: readonly SheetCell[], number: number, styles: ColumnStyles): string {
  let cells = ''
  for (const [i, value] of line.entries()) {
    if (value !== null) cells += cellXml(value, `${letterOf(i)}${number}`, styles[i])
  }
  return `<row r="${number}">${cells}</row>`
}

function cellXml(
  value: NonNullable<SheetCell>,
  place: string,
  styles: Readonly<Record<CellSort, string>> | undefined,
): string {
  const sort = sortOf(value)
  const head = `<c r="${place}" s="${styles?.[sort] ?? '0'}"`
  if (typeof value === 'string') {
    return `${head} t="inlineStr"><is><t xml:space="preserve">${encoded(defuse(value))}</t></is></c>`
  }
  if (typeof value === 'number') return `${head}><v>${value}</v></c>`
  return `${head}><v>${'day' in value ? serialOf(value.day) : Number(value.yuan)}</v></c>`
}

function sortOf(value: NonNullable<SheetCell>): CellSort {
  if (typeof value === 'string') return 'text'
  if (typeof value === 'number') return 'number'
  return 'day' in value ? 'day' : 'yuan'
}

const daysTo1970 = 25_569
const dayMs = 86_400_000

/** Excel's number of a day; it counts a 29 February 1900 that never was, so that days before March 1900 have one less. */
function serialOf(day: string): number {
  const serial = Date.parse(`${day}T00:00:00Z`) / dayMs + daysTo1970
  return serial > 60 ? serial : serial - 1
}

const letters: string[] = []

/** Letters of a column, counted from 0. */
function letterOf(column: number): string {
  const known = letters[column]
  if (known !== undefined) return known
  const last = String.fromCharCode(65 + (column % 26))
  const made = column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last
  letters[column] = made
  return made
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '_x000D_' }
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML does not allow
const toEncode = /[&<>\r\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/** A text that looks like the format's own `_x000D_` is told from it; what XML does not allow is left out. */
function encoded(text: string): string {
  return text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x').replace(toEncode, (sign) => marks[sign] ?? '')
}
