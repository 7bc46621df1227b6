import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type TransactionSettings,
} from 'kysely'
import type pg from 'pg'
import { type Watch, WireConnection } from './connection.ts'
import type { StatementNames } from './names.ts'

/** PostgreSQL for Kysely over a pool of `pipeline` clients, with fewer ways between us and it than its own driver takes. */
export function wireDialect(pool: pg.Pool, names: StatementNames, watch: Watch): Dialect {
  return {
    createDriver: () => wireDriver(pool, names, watch),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
  }
}

function wireDriver(pool: pg.Pool, names: StatementNames, watch: Watch): Driver {
  const connections = new WeakMap<pg.PoolClient, WireConnection>()
  return {
    init: async () => undefined,
    async acquireConnection() {
      const client = await pool.connect()
      const known = connections.get(client) ?? new WireConnection(client, names, watch)
      connections.set(client, known)
      return known
    },
    beginTransaction: async (connection, settings) => ours(connection).begin(beginOf(settings), isReading(settings)),
    commitTransaction: (connection) => ours(connection).commit(),
    rollbackTransaction: (connection) => ours(connection).rollback(),
    releaseConnection: async (connection) => ours(connection).release(),
    destroy: () => pool.end(),
  }
}

const isReading = ({ accessMode }: TransactionSettings) => accessMode === 'read only'

function beginOf({ isolationLevel, accessMode }: TransactionSettings): string {
  const level = isolationLevel === undefined ? '' : ` isolation level ${isolationLevel}`
  return `begin${level}${accessMode === undefined ? '' : ` ${accessMode}`}`
}

/** The connection as this driver made it. */
export function ours(connection: DatabaseConnection): WireConnection {
  if (connection instanceof WireConnection) return connection
  throw new Error('a connection of another driver')
}
