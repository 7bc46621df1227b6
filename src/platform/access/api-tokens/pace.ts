import { randomUUID } from 'node:crypto'
import { HttpRefusal } from '../../http/answers.ts'
import { type Signals, signalsOf } from '../../live/signals.ts'
import type { Database } from '../../module.ts'

/** Requests of one token in one minute over all nodes. */
export const usesAMinute = 300
/** Nodes tell each other after so many uses: the limit is exact on one node, and that much more for each further one. */
const tellEvery = 10
const keptAtMost = 10_000

/** Uses of one token in one minute, by the node on which they were made. */
interface Uses {
  readonly minute: number
  readonly counts: Map<string, number>
}

/** What one node knows of the pace of tokens: its own uses, and what the others told of theirs. */
export class Pace {
  readonly #node = randomUUID()
  readonly #uses = new Map<string, Uses>()
  readonly #signals: Signals

  constructor(signals: Signals) {
    this.#signals = signals
    signals.on((signal, origin) => {
      if (signal.what === 'use' && origin === 'elsewhere')
        this.#of(signal.of, signal.minute).set(signal.by, signal.count)
    })
  }

  /** How often the token has been used in this minute, this time included. */
  count(token: string, minute: number): number {
    const counts = this.#of(token, minute)
    const count = (counts.get(this.#node) ?? 0) + 1
    counts.set(this.#node, count)
    if (count % tellEvery === 0) this.#signals.raise({ what: 'use', of: token, by: this.#node, minute, count })
    return [...counts.values()].reduce((sum, one) => sum + one, 0)
  }

  #of(token: string, minute: number): Map<string, number> {
    const known = this.#uses.get(token)
    // Clocks of nodes differ a little: an older minute that is told late must not empty the one that runs.
    if (known && known.minute >= minute) return known.minute === minute ? known.counts : new Map()
    if (this.#uses.size > keptAtMost) this.#uses.clear()
    const counts = new Map<string, number>()
    this.#uses.set(token, { minute, counts })
    return counts
  }
}

const paces = new WeakMap<Database, Pace>()

/** Counts a request of a token that holds; refused with 429 beyond the pace, whatever address it comes from. */
export function countUse(pool: Database, tokenId: string, now: Date): void {
  const pace = paces.get(pool) ?? new Pace(signalsOf(pool))
  paces.set(pool, pace)
  if (pace.count(tokenId, Math.floor(now.getTime() / 60_000)) > usesAMinute) throw tooOften()
}

function tooOften(): HttpRefusal {
  const text = {
    zh: `此令牌每分钟最多 ${usesAMinute} 次请求，请放慢调用或分批。`,
    en: `A token makes at most ${usesAMinute} requests a minute: slow the program down, or ask for more at once.`,
  }
  return new HttpRefusal({ status: 429, code: 'access.token_too_often', text, details: { retryAfterSeconds: 60 } })
}
