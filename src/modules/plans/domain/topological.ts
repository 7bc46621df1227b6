interface Arrow {
  readonly from: number
  readonly to: number
}

/** Predecessors before successors; or the circle that forbids it. */
export function orderOf(
  count: number,
  arrows: readonly Arrow[],
): { readonly order: Int32Array; readonly cycle: null } | { readonly order: null; readonly cycle: number[] } {
  const outgoing = Array.from({ length: count }, (): number[] => [])
  const waiting = new Int32Array(count)
  for (const { from, to } of arrows) {
    outgoing[from]?.push(to)
    waiting[to] = (waiting[to] as number) + 1
  }
  const ready = [...waiting.keys()].filter((rank) => waiting[rank] === 0)
  for (let i = 0; i < ready.length; i++) {
    for (const next of outgoing[ready[i] as number] as number[]) {
      const left = (waiting[next] as number) - 1
      waiting[next] = left
      if (left === 0) ready.push(next)
    }
  }
  if (ready.length === count) return { order: Int32Array.from(ready), cycle: null }
  return {
    order: null,
    cycle: circleAmong(new Set([...waiting.keys()].filter((rank) => (waiting[rank] as number) > 0)), arrows),
  }
}

/** Every rank that is still waiting has a predecessor that is too: walking back must come round. */
function circleAmong(stuck: ReadonlySet<number>, arrows: readonly Arrow[]): number[] {
  const before = new Map<number, number>()
  for (const { from, to } of arrows)
    if (stuck.has(from) && stuck.has(to) && !(before.has(to) && (before.get(to) as number) <= from))
      before.set(to, from)
  const path: number[] = []
  let at = Math.min(...before.keys())
  while (!path.includes(at)) {
    path.push(at)
    at = before.get(at) as number
  }
  return path.slice(path.indexOf(at)).reverse()
}
