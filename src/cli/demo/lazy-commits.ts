import { openDatabase } from '../../platform/database.ts'
import type { Installation } from '../../platform/start.ts'

/**
 * The same installation over connections whose commits do not wait for the disk. A demo goes on where it was stopped, so that moments lost
 * with the machine are played again; waiting for twenty thousand commits is most of what its building would take.
 */
export async function withLazyCommits<T>(
  installation: Installation,
  work: (lazy: Installation) => Promise<T>,
): Promise<T> {
  const db = openDatabase({ url: installation.url, lazyCommit: true })
  try {
    return await work({ ...installation, db })
  } finally {
    await db.destroy()
  }
}
