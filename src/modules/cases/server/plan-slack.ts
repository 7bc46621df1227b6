import { sql } from 'kysely'
import type { Label } from '../../../kernel/label.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { CompiledCatalogue } from '../../matters/contract/compiled.ts'
import type { Plan } from '../../plans/contract/plan.ts'
import { plansOnBases, zoneTerms } from '../../plans/server/api.ts'
import type {} from '../../projects/server/table.ts'
import type { PlanPlace } from '../domain/light.ts'
import { keepPlaces, placesKept } from './kept-places.ts'
import { progressOfAll } from './progress-of.ts'

/** So many projects are planned again for one list: those of its first lines. */
const plannedAtMost = 20

/**
 * What the plans of these projects leave to each matter, by `project/matter`: working days by which it may slip without moving the end,
 * and which matters cannot go on before it. A project without the facts for a plan says nothing.
 */
export async function placesOf(
  db: Database,
  context: RequestContext,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, PlanPlace>> {
  const zone = zoneOf(context)
  const bases = await basesOf(db, zone.id, projectIds.slice(0, plannedAtMost))
  if (bases.length === 0) return new Map()
  const terms = await zoneTerms(db, zone.code)
  const { switches, calendarMark, calendar } = terms
  const asked = { projectIds: bases.map(({ id }) => id), now: context.now, calendar }
  const progress = await progressOfAll(db, zone, asked)
  const marked = bases.map((base) => {
    const { id, version, startOn, catalogueVersionId } = base
    const subject = `${zone.id}/${id}`
    const mark = JSON.stringify([version, startOn, catalogueVersionId, switches, calendarMark, progress.get(id)])
    return { base, subject, mark, known: placesKept(subject, mark) }
  })
  const missing = marked.filter(({ known }) => known === undefined)
  const planned = await plansOnBases(
    db,
    terms,
    missing.map(({ base: { id, ...basis } }) => ({ basis, progress: progress.get(id) })),
  )
  for (const [i, { plan, compiled }] of planned.entries()) {
    const one = missing[i]
    if (one) one.known = keepPlaces(one.subject, one.mark, placesIn(plan, compiled))
  }
  return new Map(
    marked.flatMap(({ base, known }) => [...(known ?? [])].map(([code, place]) => [`${base.id}/${code}`, place])),
  )
}

/** What the plan leaves to each matter, by code. */
function placesIn(plan: Plan, compiled: CompiledCatalogue): ReadonlyMap<string, PlanPlace> {
  const waitingFor = waiting(plan, compiled)
  return new Map(
    plan.matters.map(({ code, slack = null, startDate = null }) => {
      return [code, { slack, waiting: waitingFor.get(code) ?? [], startsOn: startDate }]
    }),
  )
}

/** By matter: the names of those that it holds up. */
function waiting({ matters }: Plan, { matters: all, indexOf }: CompiledCatalogue): ReadonlyMap<string, Label[]> {
  const held = new Map<string, Label[]>()
  for (const { code, holds = [] } of matters) {
    const found = all[indexOf.get(code) ?? -1]?.matter
    if (!found) continue
    const name = { zh: found.name_zh, en: found.name_en }
    for (const by of new Set(holds.map((hold) => hold.by))) held.set(by, [...(held.get(by) ?? []), name])
  }
  return held
}

/** Of archived projects too: their cases stay. */
function basesOf(db: Database, zoneId: string, ids: readonly string[]) {
  return db
    .selectFrom('projects.bases')
    .select(['id', 'version', 'facts', 'start_on as startOn', 'catalogue_version_id as catalogueVersionId'])
    .where('zone_id', '=', zoneId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
}
