import { Kysely, type LogEvent } from 'kysely'
import pg from 'pg'
import { Problem } from '../kernel/problem.ts'
import { callersWatch } from './access/epoch.ts'
import type { Database } from './module.ts'
import type { Tables } from './tables.ts'
import { wireDialect } from './wire/dialect.ts'
import { nameless, statementNames } from './wire/names.ts'
import { type TransactionBase, transact } from './wire/transact.ts'
import { contextQuery } from './wire/ways.ts'

export interface DatabaseOptions {
  /** Address with user, password and database name, of the app role; never of the owner. */
  readonly url: string
  readonly maxConnections?: number
  /** Longest time one statement may take, milliseconds. */
  readonly statementTimeoutMs?: number
  /**
   * A commit does not wait for the disk: when the machine stops, the last moments may be gone, whole transactions at a time. Only for what
   * goes on by itself where it was stopped.
   */
  readonly lazyCommit?: boolean
  /** Whether PostgreSQL keeps frequent statements prepared; by default it does. Not behind a pooler that gives every transaction another connection. */
  readonly prepare?: boolean
  /** Told every statement with its parameters left out: the recorder of tests, slow statement logs. */
  readonly onStatement?: (sql: string, ms: number) => void
}

const defaultMaxConnections = 10
const defaultStatementTimeoutMs = 15_000
const connectTimeoutMs = 5_000
/** Beyond what the server itself allows a statement: one that does not even say so hangs, or the line to it does. */
const silenceMs = 1_000
const idleTransactionMs = 30_000
/**
 * So much of the search's new hashes may wait to be entered (ADR 42): every search looks through them, and the write that finds more enters them
 * all. A bulk load lets it grow for itself.
 */
const waitingHashesKb = 256

/** Opens the pool of the app role. It connects on first use: `close` it with `db.destroy()`. */
export function openDatabase(options: DatabaseOptions): Database {
  const statementMs = options.statementTimeoutMs ?? defaultStatementTimeoutMs
  const pool = new pg.Pool({
    connectionString: options.url,
    application_name: 'luodi',
    max: options.maxConnections ?? defaultMaxConnections,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: statementMs,
    query_timeout: statementMs + silenceMs,
    keepAlive: true,
    idle_in_transaction_session_timeout: idleTransactionMs,
    types: { getTypeParser },
    pipeline: true,
    options: `-c gin_pending_list_limit=${waitingHashesKb}${options.lazyCommit ? ' -c synchronous_commit=off' : ''}`,
  })
  // An idle connection that the server closes is replaced on the next query; without a listener it would end the process.
  pool.on('error', () => undefined)
  // So is one that ends between two statements of a transaction: the next statement fails and says so.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const { onStatement } = options
  const dialect = wireDialect(pool, options.prepare === false ? nameless : statementNames(), callersWatch)
  const db = new Kysely<Tables>({
    dialect,
    ...(onStatement && {
      log: (event: LogEvent) => onStatement(event.query.sql, event.queryDurationMillis),
    }),
  })
  opened.set(db, { pool, base: { config: { dialect }, dialect, driver: dialect.createDriver() } })
  return db
}

/** What stands behind a database: its pool, and what its transactions are made of. */
const opened = new WeakMap<Database, { readonly pool: pg.Pool; readonly base: TransactionBase }>()

/** Connections in use and free, and how many requests wait for one. */
export function poolUse(db: Database): { readonly used: number; readonly idle: number; readonly waiting: number } {
  const { totalCount = 0, idleCount = 0, waitingCount = 0 } = opened.get(db)?.pool ?? {}
  return { used: totalCount - idleCount, idle: idleCount, waiting: waitingCount }
}

const dateArrayOid = 1182

/** A legal day (`date`) stays the text `YYYY-MM-DD`: as a Date it would move with the machine's time zone. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === pg.types.builtins.DATE) return (text: string) => text
  if (oid === dateArrayOid) return (text: string) => text.match(/[0-9-]+/g) ?? []
  return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')
}

type AfterCommit = (root: Database) => void
const waitingForCommit = new WeakMap<Database, AfterCommit[]>()

export interface TransactionOptions {
  /** PostgreSQL refuses every write in it; each of its statements is a transaction of its own, so that it has neither beginning nor end to send. */
  readonly readOnly?: boolean
}

/**
 * One transaction; joins the one that is open. What is asked at once in it (`Promise.all`) travels together and is done in that order. What
 * `afterCommit` was given in it is done once it has committed.
 */
export async function inTransaction<T>(
  db: Database,
  work: (db: Database) => Promise<T>,
  { readOnly = false }: TransactionOptions = {},
): Promise<T> {
  if (db.isTransaction) return work(db)
  const waiting: AfterCommit[] = []
  const within = (transaction: Database) => {
    waitingForCommit.set(transaction, waiting)
    return work(transaction)
  }
  const base = opened.get(db)?.base
  if (base === undefined) throw new Error('a database that was not opened here')
  const result = await transact(db, { base, reading: readOnly }, within)
  for (const act of waiting) act(db)
  return result
}

/**
 * Does something when this transaction has committed, and never when it has not; at once outside of one. It gets the pool.
 * A process that is killed in between never does it: only for what is found again otherwise, such as a wake-up.
 */
export function afterCommit(db: Database, act: AfterCommit): void {
  if (!db.isTransaction) act(db)
  else waitingForCommit.get(db)?.push(act)
}

const uuidShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const zoneOfTransaction = new WeakMap<Database, string>()

/**
 * Runs `work` with the zone as row-level security's context: one transaction, set for it alone, so that nothing survives on a pooled connection.
 * Within a transaction it joins it and clears the context afterwards; the same zone may nest, another zone may not.
 * The context is the second wall: every query still says `zone_id = …` itself.
 */
export async function inZone<T>(
  db: Database,
  zoneId: string,
  work: (db: Database) => Promise<T>,
  options?: TransactionOptions,
): Promise<T> {
  if (!uuidShape.test(zoneId)) throw wrongContext('zone_id_malformed', 'is not a uuid', '不是 uuid')
  // Its own transaction ends with the work, and the context with it: nothing to clear.
  if (!db.isTransaction) return inTransaction(db, (transaction) => withContext(transaction, zoneId, work), options)
  const current = zoneOfTransaction.get(db)
  if (current === zoneId) return work(db)
  if (current !== undefined) throw wrongContext('zone_nested', 'is not the zone of this transaction', '与当前事务不符')
  try {
    const result = await withContext(db, zoneId, work)
    await db.executeQuery(contextQuery(''))
    return result
  } finally {
    zoneOfTransaction.delete(db)
  }
}

async function withContext<T>(db: Database, zoneId: string, work: (db: Database) => Promise<T>): Promise<T> {
  await db.executeQuery(contextQuery(zoneId))
  zoneOfTransaction.set(db, zoneId)
  return work(db)
}

function wrongContext(reason: string, en: string, zh: string): Problem {
  return new Problem('internal', `database.${reason}`, {
    zh: `开发区上下文${zh}。`,
    en: `The zone context ${en}.`,
  })
}
