import { type ConnectionProvider, type DatabaseConnection, type Kysely, type KyselyProps, Transaction } from 'kysely'
import { ours } from './dialect.ts'

/** What Kysely wants named of every transaction and asks for nothing: made once for a database. */
export type TransactionBase = Omit<KyselyProps, 'executor'>

/**
 * One transaction over a pool of this dialect. Its statements do not wait for one another, as they do in Kysely's own: what is asked in the same turn
 * of the event loop leaves in one packet and is done in that order; when one fails in a transaction that writes, so does all that is behind it.
 * It ends when every statement has been answered, also when one has failed; one that comes afterwards is refused, as the connection may be
 * somebody else's by then.
 */
export function transact<Tables, Result>(
  db: Kysely<Tables>,
  { base, reading }: { readonly base: TransactionBase; readonly reading: boolean },
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  const executor = db.getExecutor()
  return executor.provideConnection(async (connection) => {
    const wire = ours(connection)
    const statements = new Statements(connection)
    const transaction = new Transaction<Tables>({
      ...base,
      executor: executor.withConnectionProvider(statements),
    })
    wire.begin('begin', reading)
    try {
      const result = await work(transaction)
      await statements.end()
      await wire.commit()
      return result
    } catch (error) {
      await statements.end()
      await wire.rollback()
      throw error
    }
  })
}

/** Gives the connection to every statement at once, until the end. */
class Statements implements ConnectionProvider {
  readonly #connection: DatabaseConnection
  readonly #running = new Set<Promise<unknown>>()
  #over = false

  constructor(connection: DatabaseConnection) {
    this.#connection = connection
  }

  async provideConnection<T>(consume: (connection: DatabaseConnection) => Promise<T>): Promise<T> {
    if (this.#over) throw new Error('the transaction has ended')
    const run = consume(this.#connection)
    this.#running.add(run)
    try {
      return await run
    } finally {
      this.#running.delete(run)
    }
  }

  async end(): Promise<void> {
    this.#over = true
    if (this.#running.size > 0) await Promise.allSettled(this.#running)
  }
}
