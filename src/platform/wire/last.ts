import type { CompiledQuery } from 'kysely'
import type { Database } from '../module.ts'
import { sentAs } from './ways.ts'

const ending = new WeakSet<Database>()

/** Whoever opened this transaction adds nothing to what its work does: the work's own last statement may end it. */
export function nothingFollows(db: Database): void {
  ending.add(db)
}

/**
 * Marks the statement with which the work of a transaction ends: it takes the commit along, one way to the database less, when nothing follows the
 * work either; otherwise it is a statement like any other. It is committed when it is answered, so that nothing behind it may fail for what was
 * asked; a statement behind it is refused.
 */
export function asLast<T extends CompiledQuery>(db: Database, query: T): T {
  return ending.has(db) ? sentAs('last', query) : query
}
