import type { Socket } from 'node:net'
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type pg from 'pg'
import { StatementNames } from './statement-names.ts'

/** How long the end of a reading transaction may wait for the connection's next use, which takes it along. */
const endWithinMs = 5

type Pool = pg.Pool

/**
 * The pool as Kysely uses it, with fewer ways to the database, each of which costs more than most statements: `begin` and the zone's context
 * leave together with the first statement, and what a transaction that only reads ends with leaves with the connection's next transaction.
 * A statement that comes again and again is prepared. Needs `pipeline: true`.
 */
export function gathered(pool: Pool): PostgresPool {
  const names = new StatementNames()
  const known = new WeakMap<pg.PoolClient, GatheringClient>()
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect()
      const made = known.get(client) ?? new GatheringClient(client, names)
      known.set(client, made)
      return made.taken()
    },
  }
}

class GatheringClient {
  readonly #client: pg.PoolClient
  readonly #names: StatementNames
  /** Waiting for the statement that takes them along. */
  #held: string[] = []
  #transaction: 'none' | 'held' | 'sent' = 'none'
  #readOnly = false
  #timer: NodeJS.Timeout | undefined

  constructor(client: pg.PoolClient, names: StatementNames) {
    this.#client = client
    this.#names = names
  }

  taken(): PostgresPoolClient {
    clearTimeout(this.#timer)
    // Kysely's type has a second form of query, for cursors, which are not opened here.
    return this as unknown as PostgresPoolClient
  }

  release(destroy?: boolean): void {
    if (destroy) this.#held = []
    if (this.#held.length > 0) this.#timer = setTimeout(() => this.#flush(), endWithinMs).unref()
    this.#client.release(destroy)
  }

  async query(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<unknown>> {
    if (parameters.length === 0) {
      if (sql === 'begin' || sql.startsWith('start transaction')) return this.#begin(sql)
      if (this.#transaction !== 'none' && sql.startsWith('set local luodi.zone_id')) return this.#hold(sql)
      if (sql === 'commit' || sql === 'rollback') return this.#end(sql)
    }
    return this.#send(sql, parameters)
  }

  #begin(sql: string) {
    this.#transaction = 'held'
    this.#readOnly = sql.endsWith('read only')
    return this.#hold(sql)
  }

  #hold(sql: string) {
    this.#held.push(sql)
    return nothing('SELECT')
  }

  async #end(sql: 'commit' | 'rollback') {
    const state = this.#transaction
    this.#transaction = 'none'
    const command = sql === 'commit' ? 'COMMIT' : 'ROLLBACK'
    if (state === 'held') {
      // Nothing of it was sent: there is nothing to end but what came before.
      this.#held = this.#held[0] === 'commit' ? ['commit'] : []
      return nothing(command)
    }
    if (sql === 'rollback' || !this.#readOnly) return this.#send(sql, [])
    this.#held = ['commit']
    return nothing(command)
  }

  async #send(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<unknown>> {
    if (this.#held.length === 0) return this.#run(sql, parameters)
    const before = this.#held.join('; ')
    this.#held = []
    if (this.#transaction === 'held') this.#transaction = 'sent'
    const { stream } = (this.#client as unknown as { readonly connection: { readonly stream: Socket } }).connection
    stream.cork()
    const both = Promise.all([this.#client.query(before), this.#run(sql, parameters)])
    stream.uncork()
    const [, result] = await both
    return result
  }

  async #run(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<unknown>> {
    const values = [...parameters]
    const name = this.#names.nameFor(sql, values)
    if (name === undefined) return (await this.#client.query(sql, values)) as PostgresQueryResult<unknown>
    try {
      return (await this.#client.query({ name, text: sql, values })) as PostgresQueryResult<unknown>
    } catch (error) {
      this.#names.failed(sql, error)
      throw error
    }
  }

  #flush(): void {
    const sql = this.#held.join('; ')
    this.#held = []
    // A connection that is lost has ended its transaction already.
    this.#client.query(sql).catch(() => undefined)
  }
}

function nothing(command: PostgresQueryResult<unknown>['command']): PostgresQueryResult<unknown> {
  return { command, rowCount: 0, rows: [] }
}
