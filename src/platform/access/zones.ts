import type { Database, ModuleDefinition, ZoneDirectory, ZoneRef } from '../module.ts'

const nowhere: ZoneDirectory = { find: async () => undefined, list: async () => [] }

/** The directory of the module that keeps the zones; an installation without one has none. */
export function zoneDirectory(modules: readonly Pick<ModuleDefinition, 'zones'>[]): ZoneDirectory {
  return modules.find((module) => module.zones)?.zones ?? nowhere
}

/** Finds a zone by its code. A zone's id never changes, so that what was found is kept; what was not is asked again. */
export function zoneFinder(directory: ZoneDirectory): (db: Database, code: string) => Promise<ZoneRef | undefined> {
  const kept = new Map<string, ZoneRef>()
  return async (db, code) => {
    const known = kept.get(code)
    if (known) return known
    const found = await directory.find(db, code)
    if (!found) return undefined
    const zone = { id: found.id, code: found.code }
    kept.set(code, zone)
    return zone
  }
}
