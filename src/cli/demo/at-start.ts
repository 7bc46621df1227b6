import { demoPassword } from '../../platform/access/demo.ts'
import type { Log } from '../../platform/module.ts'
import type { Installation } from '../../platform/start.ts'
import type { Settings } from '../settings.ts'
import { demoLine, seedFirstRun } from './first-run.ts'

interface Circumstances {
  readonly settings: Pick<Settings, 'empty' | 'production'>
  readonly log: Log
  readonly now: Date
  /** Ends the building between two acts. */
  readonly stop: AbortSignal
}

/** Builds the demo of an empty installation unless nobody wants one, and answers the line that tells the demo accounts. */
export async function demoAtStart(installation: Installation, given: Circumstances): Promise<string | null> {
  const { settings, log, now, stop } = given
  if (!settings.empty && !settings.production) {
    await seedFirstRun(installation, { log, now, before: () => stop.throwIfAborted() })
  }
  return demoLine(installation.db, demoPassword)
}
