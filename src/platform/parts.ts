import type { ModuleDefinition } from './module.ts'
import { refuseTwins } from './modules.ts'

/** What the platform itself offers at endpoints, given all modules: each part is defined as a module is. */
type Part = (modules: readonly ModuleDefinition[]) => ModuleDefinition

const parts: readonly Part[] = []

/** The modules with the platform's own parts before them: what a server routes and OpenAPI prints. */
export function withParts(modules: readonly ModuleDefinition[]): readonly ModuleDefinition[] {
  const all = [...parts.map((part) => part(modules)), ...modules]
  refuseTwins(all)
  return all
}
