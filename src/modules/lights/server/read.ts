import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { Database } from '../../../platform/module.ts'
import { followedProjects } from '../../progress/server/api.ts'
import { watchedProjects } from '../../projects/server/api.ts'
import { colours } from '../contract/subject.ts'
import type { LitProject } from '../contract.ts'
import { lightsOf } from './lit.ts'
import { rulesOn } from './rules.ts'

interface Lit {
  readonly projects: LitProject[]
  readonly unfollowed: number
}

/** The lights of the zone's projects that are not withdrawn, the worst first; of those without any entry only how many there are. */
export async function readLights(
  db: Database,
  zoneId: string,
  { now, project }: { readonly now: Date; readonly project?: string | undefined },
): Promise<Lit> {
  const today = legalDayOf(now)
  const followed = await followedProjects(db, zoneId, project)
  const rules = await rulesOn(db, zoneId, today)
  const watched = await watchedProjects(db, zoneId, project)
  const projects = watched.flatMap((one) => {
    const known = followed.get(one.id)
    return known ? [lightsOf({ project: one, followed: known, rules, today })] : []
  })
  return {
    projects: projects.toSorted((a, b) => colours.indexOf(a.worst) - colours.indexOf(b.worst)),
    unfollowed: watched.length - projects.length,
  }
}
