import type { PlanPlace } from '../domain/light.ts'

type Places = ReadonlyMap<string, PlanPlace>

/** Some megabytes: what the lists of a few hundred people look at in a day. */
const keptAtMost = 1_000
const kept = new Map<string, { readonly mark: string; readonly places: Places }>()

/**
 * What the plan of a project (its zone and id) left to its matters when it was computed last, by code: undefined when it was computed from anything else. The mark
 * holds all that a plan is computed from, so that nothing needs to be dropped when something changes.
 */
export function placesKept(project: string, mark: string): Places | undefined {
  const known = kept.get(project)
  if (known?.mark !== mark) return undefined
  kept.delete(project)
  kept.set(project, known)
  return known.places
}

/** Keeps it in place of what was kept, and forgets what was asked for longest ago. */
export function keepPlaces(project: string, mark: string, places: Places): Places {
  kept.delete(project)
  kept.set(project, { mark, places })
  for (const oldest of kept.keys()) {
    if (kept.size <= keptAtMost) break
    kept.delete(oldest)
  }
  return places
}
