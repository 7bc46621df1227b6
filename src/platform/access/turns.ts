/** Lets work run a few at a time; what comes while the queue is full is refused with what `refuse` makes. */
export function turns({ atOnce, waitAtMost, refuse }: { atOnce: number; waitAtMost: number; refuse: () => Error }) {
  let running = 0
  const waiting: (() => void)[] = []
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running < atOnce) running++
    else if (waiting.length < waitAtMost) await new Promise<void>((resolve) => waiting.push(resolve))
    else throw refuse()
    try {
      return await work()
    } finally {
      // Whoever waits takes over this place, so that the number at work stays right.
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
