import pg from 'pg'
import type { Kept, Shape } from './names.ts'

/** One statement of a packet. */
export interface Part {
  readonly text: string
  readonly values: readonly (Buffer | string | null)[]
  /** Kept by PostgreSQL under a name; null: parsed for this once. */
  readonly kept: Kept | null
}

export interface Answer {
  /** PostgreSQL's word for what was done: `SELECT`, `INSERT`, `ROLLBACK`. */
  readonly command: string
  readonly rowCount: number
  readonly rows: Record<string, unknown>[]
  /** The word for the last statement of the packet, when that is not the one that was asked. */
  readonly ended: string
}

interface Field {
  readonly name: string
  readonly dataTypeID: number
}

type Settle = (error: Error | null | undefined, answer?: Answer) => void

/**
 * Statements that leave together and end with one Sync: PostgreSQL does them in order, stops at the first that fails, and, where no transaction
 * is open, holds them together as one. The driver's client sends it; what is answered are the rows of one of them, mostly the last.
 */
export class Packet extends pg.Query {
  /** The client puts its own around it, which watches the time. */
  callback: Settle = () => undefined
  override submit: (connection: pg.Connection) => void
  readonly #parts: readonly Part[]
  readonly #parserOf: (oid: number) => (text: string) => unknown
  readonly #rows: Record<string, unknown>[] = []
  readonly #asked: number
  #shape: Shape | null
  /** How many statements are done. */
  #done = 0
  #tag = ''
  #ended = ''

  constructor(parts: readonly Part[], parserOf: (oid: number) => (text: string) => unknown, asked = parts.length - 1) {
    super('')
    this.#parts = parts
    this.#parserOf = parserOf
    this.#asked = asked
    this.#shape = parts[asked]?.kept?.shape ?? null
    this.submit = (connection) => this.#write(connection)
  }

  #write(connection: pg.Connection): void {
    connection.stream.cork()
    for (const [i, { text, values, kept }] of this.#parts.entries()) {
      const name = kept?.name ?? ''
      if (!kept?.known) connection.parse({ name, text, types: [] }, true)
      connection.bind({ statement: name, values: [...values] }, true)
      if (i === this.#asked && this.#shape === null) connection.describe({ type: 'P' }, true)
      connection.execute({}, true)
    }
    connection.sync()
    connection.stream.uncork()
  }

  handleRowDescription({ fields }: { readonly fields: readonly Field[] }): void {
    this.#shape = fields.map(({ name, dataTypeID }) => ({ name, read: this.#parserOf(dataTypeID) }))
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    if (this.#shape === null || this.#done !== this.#asked) return
    const row: Record<string, unknown> = {}
    for (const [i, { name, read }] of this.#shape.entries()) {
      const text = fields[i]
      row[name] = typeof text === 'string' ? read(text) : null
    }
    this.#rows.push(row)
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    if (this.#done === this.#asked) this.#tag = text
    this.#done++
    this.#ended = text
  }

  handleEmptyQuery(): void {
    this.#done++
  }

  handleError(error: Error): void {
    this.callback(error)
  }

  handleReadyForQuery(): void {
    for (const { kept } of this.#parts) if (kept) kept.known = true
    const kept = this.#parts[this.#asked]?.kept
    if (kept) kept.shape ??= this.#shape ?? []
    const words = this.#tag.split(' ')
    const rowCount = Number(words.at(-1)) || 0
    this.callback(null, { command: words[0] ?? '', rowCount, rows: this.#rows, ended: this.#ended })
  }
}
