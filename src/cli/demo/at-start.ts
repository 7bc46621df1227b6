import { demoPassword } from '../../platform/access/demo.ts'
import type { Log } from '../../platform/module.ts'
import type { Installation } from '../../platform/start.ts'
import type { Settings } from '../settings.ts'
import { demoLine, seedFirstRun } from './first-run.ts'
import { withLazyCommits } from './lazy-commits.ts'

interface Circumstances {
  readonly settings: Pick<Settings, 'empty' | 'production' | 'demo'>
  readonly log: Log
  readonly now: Date
  /** Ends the building between two acts. */
  readonly stop: AbortSignal
  /** Told once, when there is something to build: it takes a while. */
  readonly say: (text: string) => void
}

const notice = '正在生成演示数据，只在首次启动时进行。 Building the demo zones, at the first start only.\n'

/** Builds the demo of an empty installation unless nobody wants one, and answers the line that tells the demo accounts. */
export async function demoAtStart(installation: Installation, given: Circumstances): Promise<string | null> {
  const { settings, log, now, stop, say } = given
  if (!settings.empty && !settings.production) {
    let said = false
    const before = () => {
      if (!said) say(notice)
      said = true
      stop.throwIfAborted()
    }
    await withLazyCommits(installation, (lazy) =>
      seedFirstRun(lazy, { log, now, before, ...(settings.demo && { only: settings.demo }) }),
    )
  }
  return demoLine(installation.db, demoPassword)
}
