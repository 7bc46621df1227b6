import type { CompiledQuery } from 'kysely'
import type { Database } from '../module.ts'
import { sentAs } from './ways.ts'

/**
 * Sends a statement whose answer nobody needs: in a transaction it leaves with whatever comes next, at the latest with the commit, in its place
 * in the order. When it fails, that next statement or the commit does. Only for what cannot be refused for something a person gave.
 */
export async function later(db: Database, query: CompiledQuery): Promise<void> {
  await db.executeQuery(sentAs('later', query))
}
