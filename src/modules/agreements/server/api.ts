import type { Database } from '../../../platform/module.ts'
import { agreementsOfZone } from './store.ts'

/** The days that the agreed plan of a project holds out; null where it names none. */
export interface PromisedDays {
  readonly permit: string | null
  readonly production: string | null
}

/** Promises in force of these projects, by project. Needs the zone's context. */
export async function promisedDays(
  db: Database,
  zoneId: string,
  projects: readonly string[],
): Promise<ReadonlyMap<string, PromisedDays>> {
  if (projects.length === 0) return new Map()
  const rows = await agreementsOfZone(db, zoneId)
    .where('state', '=', 'in_force')
    .where('project_id', 'in', [...projects])
    .orderBy('ordinal')
    .execute()
  return new Map(rows.map((row) => [row.project_id, { permit: row.permit_on, production: row.production_on }]))
}
