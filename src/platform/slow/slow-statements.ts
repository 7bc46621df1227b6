import type { Log } from '../module.ts'
import { runningName } from './running.ts'

/** A statement that took long, its values left out. */
interface SlowStatement {
  /** ISO 8601. */
  readonly at: string
  /** Endpoint, or kind of job; null: the program's own rounds. */
  readonly by: string | null
  readonly ms: number
  readonly sql: string
}

const keptAtMost = 50
const longestSql = 2_000
const kept: SlowStatement[] = []

/** The latest slow statements of this process, the newest first. */
export function slowStatements(): readonly SlowStatement[] {
  return kept
}

/** Told every statement: those that take `thresholdMs` or longer are logged with the name of what sent them, and kept for the system page. */
export function watchSlow({ thresholdMs, log, now }: { thresholdMs: number; log: Log; now: () => Date }) {
  return (sql: string, ms: number): void => {
    if (ms < thresholdMs) return
    const slow = { at: now().toISOString(), by: runningName(), ms: Math.round(ms), sql: sql.slice(0, longestSql) }
    kept.unshift(slow)
    kept.splice(keptAtMost)
    log.warn(slow, 'slow statement')
  }
}
