import { AbortedTransactionError, type CompiledQuery, type DatabaseConnection, type QueryResult } from 'kysely'
import pg from 'pg'
import type { ConnectionNames, StatementNames } from './names.ts'
import { type Answer, Packet, type Part } from './packet.ts'
import { isStale } from './stale.ts'
import { textOf } from './values.ts'
import { readingContext, wayOf } from './ways.ts'

/** What a connection tells of the writes that it has seen to an end, whatever that end was. */
export interface Watch {
  /** Whether a statement changes what is watched. */
  concerns(text: string): boolean
  changed(): void
}

interface Statement {
  readonly text: string
  readonly values: readonly (Buffer | string | null)[]
}

const changing = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])
/** Without anything about how it is to be isolated: as every packet is. */
const plainBegin = 'begin'
const commit: Statement = { text: 'commit', values: [] }
const rollback: Statement = { text: 'rollback', values: [] }

/**
 * A connection that saves ways. A transaction is begun, and its zone set, in the packet of its first statement; what nobody waits for leaves with
 * the next packet; a transaction without a statement never reaches PostgreSQL. One that only reads is none there: each of its statements is,
 * with its context before it, a transaction of its own that one packet holds together.
 */
export class WireConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient
  readonly #names: StatementNames
  readonly #own: ConnectionNames
  readonly #watch: Watch
  /** What is to be sent before the next statement. */
  #ahead: Statement[] = []
  #transaction: 'none' | 'wanted' | 'open' | 'ended' = 'none'
  /** Of a transaction that reads: what every packet of it begins with. */
  #reading: Statement | null = null
  /** Whether something waits to be sent that is more than the beginning. */
  #owing = false
  #touched = false
  #broken = false
  #gathering = false

  constructor(client: pg.PoolClient, names: StatementNames, watch: Watch) {
    this.#client = client
    this.#names = names
    this.#own = names.onNewConnection()
    this.#watch = watch
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    // Read before anything is changed: a value that has no text fails here, with the transaction as it was.
    const statement: Statement = { text: query.sql, values: query.parameters.map(textOf) }
    if (this.#transaction === 'ended') throw new Error('the transaction has ended with its last statement')
    if (this.#watch.concerns(query.sql)) this.#touched = true
    const way = this.#transaction === 'none' ? undefined : wayOf(query)
    if (way === 'context') return this.#within(statement)
    if (this.#reading !== null) return resultOf(await this.#exchange([this.#reading, statement]))
    if (way === 'later') return this.#owe(statement)
    if (way === 'last') return resultOf(await this.#end(statement))
    try {
      return resultOf(await this.#exchange([...this.#aheadOfNext(), statement]))
    } finally {
      if (this.#transaction === 'none') this.#tell()
    }
  }

  // biome-ignore lint/correctness/useYield: the driver's interface asks for it; nothing here streams.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('statements are not streamed')
  }

  begin(begin: string, reading: boolean): void {
    this.#ahead = reading ? [] : [{ text: begin, values: [] }]
    this.#reading = reading ? { text: readingContext, values: [''] } : null
    this.#transaction = 'wanted'
    this.#owing = false
  }

  async commit(): Promise<void> {
    try {
      const nothing = this.#reading !== null || (this.#transaction === 'wanted' && !this.#owing)
      if (!nothing && this.#transaction !== 'ended') {
        const { command } = await this.#exchange([...this.#aheadOfNext(), commit])
        if (command === 'ROLLBACK') throw new AbortedTransactionError()
      }
      this.#forget()
    } finally {
      this.#tell()
    }
  }

  /** Never fails: a connection that cannot say so is closed, which undoes as much, and why it is undone is what the caller is told. */
  async rollback(): Promise<void> {
    const open = this.#transaction === 'open'
    this.#forget()
    // Whether a commit whose answer was lost has taken place, nobody knows.
    this.#tell()
    if (!open) return
    try {
      await this.#exchange([rollback])
    } catch {
      this.#broken = true
    }
  }

  /** Gives the connection back; one that should not be used again is closed. */
  release(): void {
    this.#client.release(this.#broken || this.#own.spent())
  }

  /** Nothing of a transaction is left to whatever comes next on this connection. */
  #forget(): void {
    this.#transaction = 'none'
    this.#ahead = []
    this.#owing = false
    this.#reading = null
  }

  #within<R>(context: Statement): QueryResult<R> {
    if (this.#reading === null) this.#ahead.push(context)
    else this.#reading = { text: readingContext, values: context.values }
    return { rows: [] }
  }

  #owe<R>(statement: Statement): QueryResult<R> {
    this.#ahead.push(statement)
    this.#owing = true
    return { rows: [] }
  }

  /**
   * The statement and the commit in one packet; with whichever of them fails, nothing is kept. Where it is all that the transaction does, the
   * packet needs neither beginning nor commit to be one.
   */
  async #end(statement: Statement): Promise<Answer> {
    const whole = this.#transaction === 'wanted' && this.#ahead[0]?.text === plainBegin
    const ahead = this.#aheadOfNext()
    if (whole) {
      this.#transaction = 'ended'
      return this.#exchange([...ahead.slice(1), statement])
    }
    const statements = [...ahead, statement, commit]
    const answer = await this.#exchange(statements, statements.length - 2)
    if (answer.ended === 'ROLLBACK') throw new AbortedTransactionError()
    this.#transaction = 'ended'
    return answer
  }

  #aheadOfNext(): readonly Statement[] {
    const ahead = this.#ahead
    this.#ahead = []
    this.#owing = false
    if (this.#transaction === 'wanted') this.#transaction = 'open'
    return ahead
  }

  /** What is watched has changed, or may have: whoever kept it asks anew. */
  #tell(): void {
    if (this.#touched) this.#watch.changed()
    this.#touched = false
  }

  /**
   * The answer to the last of the statements, or to the one that is asked. When a name is stale, all are forgotten, and the packet is sent without any
   * where no transaction was lost by it.
   */
  async #exchange(statements: readonly Statement[], asked = statements.length - 1): Promise<Answer> {
    try {
      return await this.#ask(this.#partsOf(statements), asked)
    } catch (error) {
      if (!isStale(error)) throw error
      this.#names.forget()
      if (this.#transaction !== 'none' && this.#reading === null) throw error
      return this.#ask(this.#partsOf(statements), asked)
    }
  }

  #partsOf(statements: readonly Statement[]): readonly Part[] {
    return statements.map(({ text, values }) => ({ text, values, kept: this.#own.of(text) ?? null }))
  }

  #ask(parts: readonly Part[], asked: number): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const packet = new Packet(parts, (oid) => this.#client.getTypeParser(oid, 'text'), asked)
      packet.callback = (error, answer) => {
        if (answer) return resolve(answer)
        for (const { text, kept } of parts) if (kept && !kept.known) this.#own.drop(text)
        reject(error ?? new Error('PostgreSQL did not answer'))
      }
      this.#gather()
      this.#client.query(packet)
    })
  }

  /** What is written in this turn of the event loop leaves in one packet. Ticks come after all promises that are settled by now. */
  #gather(): void {
    if (this.#gathering || !(this.#client instanceof pg.Client)) return
    const { stream } = this.#client.connection
    this.#gathering = true
    stream.cork()
    process.nextTick(() => {
      this.#gathering = false
      stream.uncork()
    })
  }
}

function resultOf<R>({ command, rowCount, rows }: Answer): QueryResult<R> {
  const found = rows as R[]
  return changing.has(command) ? { rows: found, numAffectedRows: BigInt(rowCount) } : { rows: found }
}
