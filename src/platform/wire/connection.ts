import { AbortedTransactionError, type CompiledQuery, type DatabaseConnection, type QueryResult } from 'kysely'
import pg from 'pg'
import type { ConnectionNames, StatementNames } from './names.ts'
import { isStale } from './stale.ts'

/** Nobody waits for the answers to these: they go out with the first statement that has one. */
const context = 'set local luodi.zone_id = '

const nothing = () => undefined

const changing = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

/**
 * A connection that saves ways: a transaction is begun, and its zone set, in the packet of its first statement; a transaction without one never
 * reaches PostgreSQL; the end of one that could only read is not waited for.
 */
export class WireConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient
  readonly #names: StatementNames
  readonly #own: ConnectionNames
  /** What is to be sent before the next statement. */
  #ahead: string[] = []
  #transaction: 'none' | 'wanted' | 'open' = 'none'
  #reading = false
  #broken = false
  #gathering = false

  constructor(client: pg.PoolClient, names: StatementNames) {
    this.#client = client
    this.#names = names
    this.#own = names.onNewConnection()
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#transaction !== 'none' && sql.startsWith(context)) {
      this.#ahead.push(sql)
      return { rows: [] }
    }
    const { command, rowCount, rows } = await this.#send(sql, [...parameters])
    return changing.has(command) ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows }
  }

  // biome-ignore lint/correctness/useYield: the driver's interface asks for it; nothing here streams.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('statements are not streamed')
  }

  begin(begin: string, reading: boolean): void {
    this.#ahead = [begin]
    this.#transaction = 'wanted'
    this.#reading = reading
  }

  async commit(): Promise<void> {
    const ended = this.#end('commit')
    // Whatever becomes of it, nothing was to be kept; a lost connection is met by whoever uses it next.
    if (this.#reading) void ended.catch(nothing)
    else if ((await ended) === 'ROLLBACK') throw new AbortedTransactionError()
  }

  /** Never fails: a connection that cannot say so is closed, which undoes as much, and why it is undone is what the caller is told. */
  async rollback(): Promise<void> {
    await this.#end('rollback').catch(nothing)
  }

  /** Gives the connection back; one that should not be used again is closed. */
  release(): void {
    this.#client.release(this.#broken || this.#own.spent())
  }

  /** Ends the transaction and answers PostgreSQL's word for how. One that was not begun there has nothing to end. */
  async #end(how: 'commit' | 'rollback'): Promise<string> {
    const open = this.#transaction === 'open'
    this.#transaction = 'none'
    this.#ahead = []
    if (!open) return how
    try {
      this.#gather()
      const { command } = await this.#client.query(how)
      return command
    } catch (error) {
      this.#broken = true
      throw error
    }
  }

  async #send(text: string, values: unknown[]): Promise<pg.QueryResult> {
    this.#gather()
    const opened = this.#open()
    // Beside zones no row-level security would stop a statement whose transaction could not be begun: it waits.
    if (opened && !opened.zoned) await opened.done
    const name = values.length === 0 ? undefined : this.#own.of(text)
    const answer = this.#client.query(name === undefined ? { text, values } : { name, text, values })
    if (!opened) return name === undefined ? answer : this.#orAnew(answer, { text, values })
    const [, result] = await Promise.all([
      opened.done,
      name === undefined ? answer : this.#orAnew(answer, { text, values }),
    ])
    return result
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

  #open(): { readonly done: Promise<unknown>; readonly zoned: boolean } | null {
    const [ahead, zoned] = [this.#ahead, this.#ahead.length > 1]
    if (ahead.length === 0) return null
    this.#ahead = []
    this.#transaction = 'open'
    return { done: this.#client.query(ahead.join('; ')), zoned }
  }

  /** The answer to a named statement; when the name is stale, all are forgotten, and the text is sent without one where no transaction was lost by it. */
  async #orAnew(answer: Promise<pg.QueryResult>, statement: pg.QueryConfig): Promise<pg.QueryResult> {
    try {
      return await answer
    } catch (error) {
      if (!isStale(error)) throw error
      this.#names.forget()
      if (this.#transaction !== 'none') throw error
      return this.#client.query(statement)
    }
  }
}
