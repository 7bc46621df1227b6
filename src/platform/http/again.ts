import { isStale } from '../wire/stale.ts'

const givenUp = new Set<unknown>(['40P01', '40001'])

/**
 * Runs a whole transaction, and once more when the database gave it up so that another one could go on (a deadlock, two that cannot both be
 * right), or when the schema was changed under a statement that was prepared. Nothing of the first try was kept; who is given up twice is told.
 */
export async function againWhenGivenUp<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (!isStale(error) && !givenUp.has((error as { code?: unknown } | null)?.code)) throw error
    return run()
  }
}
