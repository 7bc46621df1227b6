import { getHeapStatistics } from 'node:v8'
import type { StoredCase } from './rows.ts'

/** A case takes about 4 kB in memory: those of all lists take a twentieth of what the process may have, or little more. */
const keptAtMost = Math.floor(getHeapStatistics().heap_size_limit / 80_000)

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
    shareTexts(one.stored)
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

/** Names of matters and papers, offices, states, days: every case that is read brings its own copy of them. */
const texts = new Map<string, string>()
const textsAtMost = 20_000
/** Of these hardly two are alike. */
const unlike = new Set(['id', 'project_id', 'enterprise_id', 'bundle_id', 'fileId'])

function shareTexts(within: object): void {
  const fields = within as Record<string, unknown>
  for (const [key, value] of Object.entries(fields)) {
    if (typeof value === 'string') {
      if (!unlike.has(key)) fields[key] = sharedText(value)
    } else if (typeof value === 'object' && value !== null && !(value instanceof Date)) shareTexts(value)
  }
}

function sharedText(text: string): string {
  const known = texts.get(text)
  if (known !== undefined) return known
  if (texts.size >= textsAtMost) texts.clear()
  texts.set(text, text)
  return text
}
