import type { SheetColumn } from './columns.ts'

export type Cell = string | number | null
export type Raw = Record<string, unknown>

/** An explicit nothing, such as a law without a year: a blank cell means that the field is not there. */
const none = '—'
/** A text that is there and empty, such as the article of a custom. */
const empty = '（空）'

export function valueAt(row: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, part) => (value as Raw | null | undefined)?.[part], row)
}

export function setAt(row: Raw, path: string, value: unknown): void {
  const parts = path.split('.')
  const last = parts.pop() as string
  let at = row
  for (const part of parts) {
    at[part] ??= {}
    at = at[part] as Raw
  }
  at[last] = value
}

/** What a cell says of a value. */
export function cellOf({ kind, choices }: SheetColumn, value: unknown): Cell {
  if (value === undefined) return null
  if (value === null) return none
  if (value === '') return empty
  if (kind === 'facts') return factsText(value as Readonly<Record<string, unknown>>)
  const choice = choices?.[String(value)]
  if (choice !== undefined) return choice
  return kind === 'number' ? (value as number) : String(value)
}

/** The value that a cell says; undefined for a blank one, and an Error in words for what it cannot be. */
export function readCell(column: SheetColumn, cell: unknown): unknown {
  if (cell === null || cell === undefined || cell === '') return undefined
  const written = String(cell).trim()
  if (written === none) return null
  if (written === empty) return ''
  const { kind, choices } = column
  if (kind === 'facts') return factsOf(written)
  if (choices) {
    const found = Object.entries(choices).find(([value, label]) => label === written || value === written)?.[0]
    if (found === undefined) return new Error(Object.values(choices).join('、'))
    return kind === 'yesNo' ? found === 'true' : found
  }
  if (kind === 'text') return String(cell)
  const number = Number(written)
  return Number.isFinite(number) ? number : new Error('数')
}

function factsText(facts: Readonly<Record<string, unknown>>): string {
  return Object.entries(facts)
    .map(([code, value]) => `${code}=${String(value)}`)
    .join('; ')
}

/** `code=value; …`; true and false are yes or no, what looks like a number is one. */
function factsOf(written: string): Record<string, boolean | number | string> | Error {
  const facts: Record<string, boolean | number | string> = {}
  for (const part of written.split(/[;；]/).filter((one) => one.trim() !== '')) {
    const at = part.indexOf('=')
    if (at < 1) return new Error('要素编码=值；…')
    facts[part.slice(0, at).trim()] = factValue(part.slice(at + 1).trim())
  }
  return facts
}

function factValue(written: string): boolean | number | string {
  if (written === 'true' || written === 'false') return written === 'true'
  return /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : written
}

/** 0 → A, 26 → AA. */
export function letterOf(column: number): string {
  const rest = column % 26
  const letter = String.fromCharCode(65 + rest)
  return column < 26 ? letter : `${letterOf(Math.floor(column / 26) - 1)}${letter}`
}
