import { readDataFile } from '../../../platform/data-files.ts'
import type { Database } from '../../../platform/module.ts'
import type { FactValues } from '../../matters/contract/fact-values.ts'
import { runningProjects } from '../../projects/server/api.ts'

/** A project on which a rule or a draft is tried: of the zone, or one of the examples that come with the catalogue. */
export interface TriedProject {
  readonly id: string
  readonly name: string
  readonly kind: 'project' | 'example'
  readonly facts: FactValues
  readonly startOn: string | null
}

const atMost = 300

/** Projects of the zone that go on and have facts. */
export async function triedProjects(
  db: Database,
  zoneId: string,
): Promise<{ rows: TriedProject[]; truncated: boolean }> {
  const found = await runningProjects(db, zoneId, { limit: atMost + 1 })
  const rows = found.slice(0, atMost).map(({ id, name, basis }): TriedProject => {
    return { id, name, kind: 'project', facts: basis.facts, startOn: basis.startOn }
  })
  return { rows, truncated: found.length > atMost }
}

/** The example projects of the catalogue. */
export function exampleProjects(): TriedProject[] {
  const rows = readDataFile('catalogue/projects.json') as { code: string; name: string; facts: FactValues }[]
  return rows.map(({ code, name, facts }) => ({ id: code, name, facts, kind: 'example', startOn: null }))
}
