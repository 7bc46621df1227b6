import { callersEpoch } from './epoch.ts'

/** How long what PostgreSQL said of a caller is believed, of the time that passes for everybody, whatever clock the requests are given. */
export const believedMs = 500
/** A caller that comes seldom is asked for anew anyway. */
const keptAtMost = 2_000

interface Entry<Row> {
  readonly row: Row
  readonly asked: Asked
}

/** When and in which epoch a question was sent: what changed since makes its answer worthless. */
interface Asked {
  readonly at: number
  readonly epoch: number
}

/** What was found of callers within the last moment. */
export interface KnownCallers<Row> {
  /** Undefined: nothing is known, or it is too old, or accounts were written to by this process since. */
  get(key: string): Row | undefined
  /** To be taken before the question is sent. */
  asking(): Asked
  keep(key: string, row: Row, asked: Asked): void
}

/**
 * Keeps what was found of callers for half a second, so that a page's many requests ask once. Whatever this process writes about accounts ends
 * it at once; of what another process writes it knows nothing, which is why it believes for so short a time only.
 */
export function knownCallers<Row>(clock: () => number = () => performance.now()): KnownCallers<Row> {
  const entries = new Map<string, Entry<Row>>()
  const holds = ({ at, epoch }: Asked) => epoch === callersEpoch() && clock() - at < believedMs
  return {
    get(key) {
      const entry = entries.get(key)
      return entry && holds(entry.asked) ? entry.row : undefined
    },
    asking: () => ({ at: clock(), epoch: callersEpoch() }),
    keep(key, row, asked) {
      if (!holds(asked)) return
      if (entries.size >= keptAtMost) entries.clear()
      entries.set(key, { row, asked })
    },
  }
}
