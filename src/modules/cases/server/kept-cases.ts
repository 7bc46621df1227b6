import { getHeapStatistics } from 'node:v8'
import type { StoredCase } from './rows.ts'

/** A case took 3 to 5 kB in memory when this was written: the cases of all lists take at most a twentieth of what the process may have. */
const keptAtMost = Math.floor(getHeapStatistics().heap_size_limit / 100_000)

interface Kept {
  readonly stamp: string
  readonly stored: StoredCase
}

/** By zone, the one looked at last at the end; by id within it. */
const zones = new Map<string, Map<string, Kept>>()
let count = 0

/** The case as it was read when its row bore this stamp; undefined when it was not, or bears another one now. */
export function keptCase(zoneId: string, id: string, stamp: string): StoredCase | undefined {
  const kept = zones.get(zoneId)?.get(id)
  return kept?.stamp === stamp ? kept.stored : undefined
}

/** Keeps cases in place of what was kept of them. Zones that nobody has looked at for longest are forgotten, one that is too large by itself too. */
export function keepCases(zoneId: string, cases: readonly Kept[], atMost = keptAtMost): void {
  const zone = zones.get(zoneId) ?? new Map<string, Kept>()
  for (const one of cases) {
    if (!zone.has(one.stored.row.id)) count++
    zone.set(one.stored.row.id, one)
  }
  zones.delete(zoneId)
  zones.set(zoneId, zone)
  for (const [oldest, { size }] of zones) {
    if (count <= atMost) break
    zones.delete(oldest)
    count -= size
  }
}
