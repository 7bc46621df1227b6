import type { ReadCell } from '../read.ts'
import { mostCells, tooLarge } from '../too-large.ts'
import { attribute, decoded, stringOf } from './xml.ts'
import { type Entry, textOf } from './zip.ts'

/** What the cells of a workbook are read with. */
export interface Book {
  readonly strings: readonly string[]
  readonly dates: ReadonlySet<number>
  readonly date1904: boolean
  /** How many cells were made so far, the empty ones between others too: a small file can name a far corner in every line. */
  readonly made: { cells: number }
  /** Dates by what their cells say: each takes a hundred bytes, and a column of days says the same ones again and again. */
  readonly days: Map<number, Date>
}

/** Limits of the format; a file that says more is none that can be read. */
const [mostRows, mostColumns] = [1_048_576, 16_384]

/** The rows of a sheet, scanned as its text comes: no tree of it is ever built. Merged cells all say what their first one says. */
export async function scanSheet(entry: Entry, book: Book): Promise<ReadCell[][]> {
  const rows: ReadCell[][] = []
  let rest = ''
  let begun = false
  for await (const piece of textOf(entry)) {
    rest += piece
    if (!begun) {
      if (rest.length < 4_096 && !rest.includes('<worksheet')) continue
      if (!rest.includes('<worksheet')) throw new RangeError('no sheet that is known')
      begun = true
    }
    const end = rest.lastIndexOf('</row>')
    if (end < 0) continue
    scanRows(rest.slice(0, end + 6), rows, book)
    rest = rest.slice(end + 6)
  }
  if (!begun && !rest.includes('<worksheet')) throw new RangeError('no sheet that is known')
  spreadMerged(rest, rows, book)
  return rows
}

function scanRows(text: string, rows: ReadCell[][], book: Book): void {
  for (let at = text.indexOf('<row'); at >= 0; at = text.indexOf('<row', at)) {
    const end = text.indexOf('>', at)
    const head = text.slice(at, end)
    const number = Number(attribute(head, ' r="') ?? rows.length + 1)
    if (number > mostRows) throw tooLarge()
    if (!(number > rows.length)) throw new RangeError('rows out of order')
    if (head.endsWith('/')) {
      at = end
      continue
    }
    const close = text.indexOf('</row>', end)
    if (end < 0 || close < 0) throw new RangeError('a row without its end')
    const cells = scanCells(text.slice(end + 1, close), book)
    if (cells.length > 0) {
      count(book, cells.length + number - rows.length)
      while (rows.length < number - 1) rows.push([])
      rows.push(cells)
    }
    at = close
  }
}

function count({ made }: Book, cells: number): void {
  made.cells += Math.max(0, cells)
  if (made.cells > mostCells) throw tooLarge()
}

function scanCells(text: string, book: Book): ReadCell[] {
  const cells: ReadCell[] = []
  let column = -1
  for (let at = text.indexOf('<c'); at >= 0; at = text.indexOf('<c', at)) {
    const end = text.indexOf('>', at)
    if (end < 0) throw new RangeError('a cell without its end')
    const next = text.charCodeAt(at + 2)
    if (next !== 0x20 && next !== 0x3e && next !== 0x2f) {
      at = end
      continue
    }
    const head = text.slice(at, end)
    const place = attribute(head, ' r="')
    column = place === undefined ? column + 1 : columnOf(place)
    if (column >= mostColumns) throw new RangeError('columns beyond the format')
    if (head.endsWith('/')) {
      at = end
      continue
    }
    const close = text.indexOf('</c>', end)
    if (close < 0) throw new RangeError('a cell without its end')
    const value = cellValue(head, text.slice(end + 1, close), book)
    if (value !== null) {
      while (cells.length < column) cells.push(null)
      cells[column] = value
    }
    at = close
  }
  return cells
}

/** Column of `B7`, counted from 0. */
function columnOf(place: string): number {
  let column = 0
  for (let i = 0; i < place.length; i++) {
    const letter = place.charCodeAt(i) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}

function cellValue(head: string, body: string, book: Book): ReadCell {
  const type = attribute(head, ' t="')
  if (type === 'inlineStr') return stringOf(body) || null
  const raw = rawValue(body)
  if (raw === '') return null
  if (type === 's') return sharedString(book, Number(raw))
  if (type === 'str' || type === 'e') return decoded(raw)
  if (type === 'b') return String(Number(raw) !== 0)
  if (type === 'd') return dateOr(new Date(raw), decoded(raw))
  const number = Number.parseFloat(raw)
  const style = attribute(head, ' s="')
  return style !== undefined && book.dates.has(Number(style)) ? dateOr(dayOf(number, book), number) : number
}

function rawValue(body: string): string {
  const open = body.indexOf('<v')
  const end = open < 0 ? -1 : body.indexOf('>', open)
  const close = end < 0 ? -1 : body.indexOf('</v>', end)
  return close < 0 ? '' : body.slice(end + 1, close)
}

function sharedString({ strings }: Book, number: number): string {
  const found = strings[number]
  if (found === undefined) throw new RangeError(`no shared string ${number}`)
  return found
}

/** What is called a date and is none stays what it says. */
function dateOr(date: Date, said: string | number): ReadCell {
  return Number.isNaN(date.getTime()) ? said : date
}

const daysTo1970 = 25_569
const daysTo1904 = 1_462

const mostDays = 20_000

function dayOf(serial: number, { date1904, days }: Book): Date {
  const known = days.get(serial)
  if (known) return known
  const day = new Date(Math.round((serial - daysTo1970 + (date1904 ? daysTo1904 : 0)) * 86_400_000))
  if (days.size < mostDays) days.set(serial, day)
  return day
}

function spreadMerged(tail: string, rows: ReadCell[][], book: Book): void {
  const columns = rows.reduce((most, { length }) => Math.max(most, length), 0)
  for (const [, from = '', top = '', to = '', bottom = ''] of tail.matchAll(
    /<mergeCell\s[^<>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g,
  )) {
    const [left, right] = [columnOf(from), Math.min(columnOf(to), columns - 1)]
    const value = rows[Number(top) - 1]?.[left] ?? null
    if (value === null) continue
    count(book, (Math.min(Number(bottom), rows.length) - Number(top) + 1) * (right - left + 1))
    for (let r = Number(top) - 1; r < Math.min(Number(bottom), rows.length); r++) {
      const row = rows[r]
      if (!row) continue
      while (row.length < left) row.push(null)
      for (let c = left; c <= right; c++) row[c] = value
    }
  }
}
