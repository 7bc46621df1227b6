import type { Kysely } from 'kysely'
import type { BaseLogger } from 'pino'
import type { Endpoint } from '../kernel/endpoint.ts'
import type { Tables } from './tables.ts'

/** The connection that every server function takes first: a transaction with its zone context set, or the plain pool. */
export type Database = Kysely<Tables>

/** What is needed of a log: structured, without bodies and secrets. */
export type Log = Pick<BaseLogger, 'debug' | 'info' | 'warn' | 'error'>

/** What a handler knows of its caller and the moment. Time is given, never read. */
export interface RequestContext {
  readonly requestId: string
  readonly now: Date
  readonly log: Log
}

/** An endpoint with the function that answers it; built by `handle`, so that input and output types are checked there. */
export interface Handler {
  readonly endpoint: Endpoint<unknown, unknown>
  readonly run: (db: Database, input: unknown, context: RequestContext) => Promise<unknown>
}

/** What a module offers to the platform; found by folder at `src/modules/<name>/server/index.ts` as the default export. */
export interface ModuleDefinition {
  readonly name: string
  readonly handlers: readonly Handler[]
  /** Run once at start after migrations, idempotent: reference data that the module ships. */
  readonly prepare?: (db: Database, context: Pick<RequestContext, 'now' | 'log'>) => Promise<void>
}

export function handle<In, Out>(
  endpoint: Endpoint<In, Out>,
  run: (db: Database, input: In, context: RequestContext) => Promise<Out>,
): Handler {
  return { endpoint, run } as unknown as Handler
}

export function defineModule(definition: ModuleDefinition): ModuleDefinition {
  return definition
}
