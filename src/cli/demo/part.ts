import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadSource } from '../../platform/load-source.ts'
import type { Act, Telling } from './script.ts'

/** What a demo part is given: the zone's script as a whole, and what the part's own file tells of the zone. */
export interface DemoPart<Told> {
  /** Shape of `data/demo/zones/<zone>/<part>.json`. */
  readonly schema: { readonly parse: (value: unknown) => Told }
  /** What is done, by whom and when; played with all other acts in the order of their time. */
  readonly acts: (telling: Telling, told: Told) => readonly Act[]
}

/** A part whose own shape is known only to itself. */
export type AnyDemoPart = DemoPart<unknown>

/** @public Called by every file in parts/. */
export function demoPart<Told>(part: DemoPart<Told>): AnyDemoPart {
  return part as AnyDemoPart
}

const ownFolder = join(import.meta.dirname, 'parts')
const dataFolder = join(import.meta.dirname, '..', '..', '..', 'data', 'demo', 'zones')

/** Every part by its file `src/cli/demo/parts/<name>.ts`, in the order of names. */
export async function loadDemoParts(folder: string = ownFolder): Promise<ReadonlyMap<string, AnyDemoPart>> {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.ts')) : []
  const parts = new Map<string, AnyDemoPart>()
  for (const file of files.sort()) {
    const { part } = await loadSource<{ part: AnyDemoPart }>(join(folder, file))
    parts.set(file.slice(0, -3), part)
  }
  return parts
}

/** The acts of every part that has something to tell of this zone. */
export async function partActs(telling: Telling): Promise<Act[]> {
  const acts: Act[] = []
  for (const [name, part] of await loadDemoParts()) {
    const file = join(dataFolder, telling.zone.code, `${name}.json`)
    if (!existsSync(file)) continue
    acts.push(...part.acts(telling, part.schema.parse(JSON.parse(readFileSync(file, 'utf8')))))
  }
  return acts
}
