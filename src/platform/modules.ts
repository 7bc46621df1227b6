import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '../kernel/problem.ts'
import { loadSource } from './load-source.ts'
import type { Database, ModuleDefinition, RequestContext } from './module.ts'

/** Loads every module by its folder: the default export of `src/modules/<name>/server/index.ts`, in the order of names. */
export async function loadModules(
  folder: string = join(import.meta.dirname, '..', 'modules'),
): Promise<readonly ModuleDefinition[]> {
  const names = readdirSync(folder).sort()
  const files = names.map((name) => join(folder, name, 'server', 'index.ts')).filter((file) => existsSync(file))
  const modules = await Promise.all(files.map(loadModule))
  refuseTwins(modules)
  return modules
}

async function loadModule(file: string): Promise<ModuleDefinition> {
  return (await loadSource<{ default: ModuleDefinition }>(file)).default
}

/** Two endpoints of one name or one address would shadow each other. */
export function refuseTwins(modules: readonly ModuleDefinition[]): void {
  const seen = new Set<string>()
  for (const { endpoint } of modules.flatMap((module) => module.handlers)) {
    for (const key of [endpoint.name, `${endpoint.method} ${endpoint.path.replace(/:\w+/g, ':')}`]) {
      if (seen.has(key)) {
        throw new Problem('internal', 'modules.endpoint_twice', {
          zh: `两个接口同名或同址：${key}。`,
          en: `Two endpoints share a name or an address: ${key}.`,
        })
      }
      seen.add(key)
    }
  }
}

/** Lets every module bring in the reference data that it ships. Idempotent: run at every start. */
export async function prepareModules(
  modules: readonly ModuleDefinition[],
  db: Database,
  context: Pick<RequestContext, 'now' | 'log'>,
): Promise<void> {
  for (const module of modules) await module.prepare?.(db, context)
}
