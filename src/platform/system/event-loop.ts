import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Log } from '../module.ts'

/** A time in which this process answered nobody. */
interface Block {
  /** When it was over, ISO 8601. */
  readonly at: string
  readonly ms: number
}

const lookEveryMs = 500
const blockMs = 1_000
const keptAtMost = 20
const kept: Block[] = []
const delay = monitorEventLoopDelay({ resolution: 20 })

/** How late this process was to what waited for it, since it began, and the latest times in which it stood still for a second or more. */
export function eventLoopNow(): { readonly p99Ms: number; readonly blocks: readonly Block[] } {
  const p99 = delay.percentile(99) / 1e6
  return { p99Ms: Number.isFinite(p99) ? Math.round(p99) : 0, blocks: kept }
}

/** Looks twice a second whether it comes on time; says so in the log when it was kept waiting. Until `stop`. */
export function watchEventLoop({ log, now, stop }: { log: Log; now: () => Date; stop: AbortSignal }): void {
  delay.enable()
  let last = performance.now()
  const timer = setInterval(() => {
    const late = Math.round(performance.now() - last - lookEveryMs)
    last = performance.now()
    if (late < blockMs) return
    kept.unshift({ at: now().toISOString(), ms: late })
    kept.splice(keptAtMost)
    log.warn({ ms: late }, 'the process stood still: nobody was answered')
  }, lookEveryMs).unref()
  stop.addEventListener('abort', () => clearInterval(timer), { once: true })
}
