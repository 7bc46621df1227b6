import type { AnyRecordKind } from '../../kernel/record-kind.ts'
import type { ModuleDefinition } from '../module.ts'

/** All record kinds of the installation by name: a ref finds the kind that it points at here. */
export type Registry = ReadonlyMap<string, AnyRecordKind>

/** Collects the kinds of all modules. Two of one name, one address or one table would be one record with two faces. */
export function registryOf(modules: readonly ModuleDefinition[]): Registry {
  const registry = new Map<string, AnyRecordKind>()
  const places = new Set<string>()
  for (const kind of modules.flatMap((module) => module.records ?? [])) {
    for (const place of [`kind ${kind.name}`, `path ${kind.path}`, `table ${kind.table}`]) {
      if (places.has(place)) throw new Error(`two record kinds have the ${place}`)
      places.add(place)
    }
    registry.set(kind.name, kind)
  }
  return registry
}
