import { sql } from 'kysely'
import type { Label } from '../../../kernel/label.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext, ZoneRef } from '../../../platform/module.ts'
import type { CompiledCatalogue } from '../../matters/contract/compiled.ts'
import type { Plan } from '../../plans/contract/plan.ts'
import { plansOnBases, zoneTerms } from '../../plans/server/api.ts'
import type {} from '../../projects/server/table.ts'
import type { PlanPlace } from '../domain/light.ts'
import { anyOf } from './any-of.ts'
import { keepPlaces, placesKept } from './kept-places.ts'
import { progressOfAll } from './progress-of.ts'

/** So many projects are planned again for one list: those of its first lines. */
export const plannedAtMost = 20

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
  const [marks, terms] = await Promise.all([
    marksOf(db, zone.id, projectIds.slice(0, plannedAtMost)),
    zoneTerms(db, zone.code),
  ])
  const beside = JSON.stringify([terms.switches, terms.calendarMark, legalDayOf(context.now)])
  const marked = marks.map(({ id, mark }) => {
    const [subject, whole] = [`${zone.id}/${id}`, `${mark} ${beside}`]
    return { id, subject, mark: whole, known: placesKept(subject, whole) }
  })
  const missing = marked.filter(({ known }) => known === undefined)
  const places = await plannedPlaces(
    db,
    { zone, terms, now: context.now },
    missing.map(({ id }) => id),
  )
  for (const one of missing) one.known = keepPlaces(one.subject, one.mark, places.get(one.id) ?? new Map())
  return new Map(marked.flatMap(({ id, known }) => [...(known ?? [])].map(([code, place]) => [`${id}/${code}`, place])))
}

interface Planning {
  readonly zone: ZoneRef
  readonly terms: Awaited<ReturnType<typeof zoneTerms>>
  readonly now: Date
}

/** By project: what its plan, made now, leaves to each matter. */
async function plannedPlaces(db: Database, { zone, terms, now }: Planning, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, ReadonlyMap<string, PlanPlace>>()
  const [bases, progress] = await Promise.all([
    basesOf(db, zone.id, ids),
    progressOfAll(db, zone, { projectIds: ids, now, calendar: terms.calendar }),
  ])
  const requests = bases.map(({ id, ...basis }) => ({ basis, progress: progress.get(id) }))
  const planned = await plansOnBases(db, terms, requests)
  return new Map(planned.map(({ plan, compiled }, i) => [bases[i]?.id ?? '', placesIn(plan, compiled)]))
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
    .select(['id', 'facts', 'start_on as startOn', 'catalogue_version_id as catalogueVersionId'])
    .where('zone_id', '=', zoneId)
    .where('id', '=', anyOf(ids))
    .execute()
}

/**
 * What a plan is made from, of each project as a text that is another one when any of it is: its basis and every case, here and elsewhere,
 * by id and version. A twentieth of what the plan itself reads.
 */
function marksOf(db: Database, zoneId: string, ids: readonly string[]) {
  return db
    .selectFrom('projects.bases as base')
    .select((eb) => [
      'base.id',
      sql<string>`concat_ws(' ', base.version, base.start_on, base.catalogue_version_id, ${eb
        .selectFrom('cases.cases as one')
        .select(sql<string>`string_agg(one.id || '/' || one.version, ' ' order by one.id)`.as('cases'))
        .where('one.zone_id', '=', zoneId)
        .whereRef('one.project_id', '=', 'base.id')
        .where('one.archived_at', 'is', null)}, '|', ${eb
        .selectFrom('cases.external_cases as told')
        .select(sql<string>`string_agg(told.id || '/' || told.version, ' ' order by told.id)`.as('told'))
        .where('told.zone_id', '=', zoneId)
        .whereRef('told.project_id', '=', 'base.id')
        .where('told.archived_at', 'is', null)})`.as('mark'),
    ])
    .where('base.zone_id', '=', zoneId)
    .where('base.id', '=', anyOf(ids))
    .execute()
}
