import { pino } from 'pino'
import type { Database } from '../../src/platform/module.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { startWorker } from '../../src/platform/worker/worker.ts'

/** What follows from what people do, while they do it: events to other modules, lapses, reminders, long computations. */
export async function besideTheWorker(
  { db, now = () => new Date() }: { readonly db: Database; readonly now?: () => Date },
  act: () => Promise<void>,
): Promise<void> {
  const worker = startWorker({ db, modules: await loadModules(), log: pino({ level: 'silent' }), now })
  try {
    await act()
  } finally {
    await worker.stop()
  }
}
