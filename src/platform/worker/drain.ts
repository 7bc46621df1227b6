import { zoneDirectory } from '../access/zones.ts'
import { workOnce, worksOf } from './work.ts'
import type { WorkerOptions } from './worker.ts'

/**
 * Works everything that is due at `now` in all zones, and what follows from it, then returns the number of attempts. For the command line
 * and tests: what a running worker does by and by.
 */
export async function drain({ db, modules, log, now, outside }: WorkerOptions): Promise<number> {
  const options = { db, log, works: worksOf(modules, outside) }
  let attempts = 0
  for (const { id, code } of await zoneDirectory(modules).list(db)) {
    while (await workOnce(options, { id, code }, now())) attempts++
  }
  return attempts
}
