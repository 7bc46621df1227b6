import { CompiledQuery } from 'kysely'

/**
 * How a statement travels when it is not simply asked: `context` says whose rows the transaction sees, nobody waits for the answer of a `later`
 * one, and the `last` takes the commit along.
 */
type Way = 'context' | 'later' | 'last'

const ways = new WeakMap<object, Way>()

export function wayOf(query: object): Way | undefined {
  return ways.get(query)
}

/** Sends a compiled statement that way. */
export function sentAs<T extends CompiledQuery>(way: Way, query: T): T {
  ways.set(query, way)
  return query
}

const context = `select set_config('luodi.zone_id', $1, true)`

/** Row-level security's context until the end of the transaction; an empty zone sees nothing. */
export function contextQuery(zoneId: string): CompiledQuery {
  return sentAs('context', CompiledQuery.raw(context, [zoneId]))
}

/** The same for a transaction that reads: every one of its packets begins with it, and PostgreSQL refuses writes in what follows. */
export const readingContext = `select set_config('luodi.zone_id', $1, true), set_config('transaction_read_only', 'on', true)`
