import { isOutsider } from '../../../platform/access/caller.ts'
import { actorOf, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { knownEnterprises } from '../../enterprises/server/api.ts'
import { listBuildings, listUnits } from '../../space/server/api.ts'
import { type FaultVerb, urgencies } from '../contract/words.ts'
import { doors, type FaultView } from '../contract.ts'
import { possible } from '../domain/fault.ts'
import { beganAt, dueAt, hoursLate } from '../domain/limit.ts'
import { placesOf, unitsFor } from './places.ts'
import { hoursIn, listStored, type Stored } from './store.ts'
import type { ActRow } from './table.ts'

/** Mended since it was last reported, and rated since it was last mended. */
export const ratedIn = (acts: readonly ActRow[]): boolean =>
  acts.findLastIndex(({ verb }) => verb === 'rate') > acts.findLastIndex(({ verb }) => verb === 'finish')

export const timed = (acts: readonly ActRow[]) => acts.map(({ verb, created_at }) => ({ verb, at: created_at }))

/** The enterprise there rates it, or who reported it for others; never who mends. */
export function mayJudge({ row }: Stored, context: RequestContext): boolean {
  const { caller } = context
  return isOutsider(caller) || (row.created_by === actorOf(context) && !caller.permissions.has('upkeep.work'))
}

export async function viewsOf(db: Database, context: RequestContext, stored: readonly Stored[]): Promise<FaultView[]> {
  if (stored.length === 0) return []
  const zoneId = zoneOf(context).id
  const hours = await hoursIn(db, zoneId)
  const buildings = new Map((await listBuildings(db, zoneId)).map(({ id, name }) => [id, name]))
  const units = new Map((await listUnits(db, zoneId)).map(({ id, code }) => [id, code]))
  const firms = await knownEnterprises(db, zoneId, [
    ...new Set(stored.flatMap(({ row }) => (row.enterprise_id === null ? [] : [row.enterprise_id]))),
  ])
  const named = (id: string | null, name: string | undefined) => (id === null ? null : { id, name: name ?? '' })
  const views = stored.map(({ row, acts }): FaultView => {
    const began = beganAt(row.created_at, timed(acts))
    const due = dueAt(row.state, began, hours(row.urgency, began))
    const allowed = (verb: FaultVerb) =>
      context.caller.permissions.has(doors[verb].permission) &&
      (doors[verb].permission === 'upkeep.work' || mayJudge({ row, acts }, context))
    return {
      ...{ id: row.id, version: row.version, title: row.title, place: row.place, kind: row.kind },
      ...{ urgency: row.urgency, state: row.state, reportedAt: began.toISOString(), handler: row.handler },
      building: { id: row.building_id, name: buildings.get(row.building_id) ?? '' },
      unit: named(row.unit_id, units.get(row.unit_id ?? '')),
      enterprise: named(row.enterprise_id, firms.get(row.enterprise_id ?? '')?.name),
      ...{ dueAt: due?.toISOString() ?? null, hoursLate: hoursLate(due, context.now), outcome: row.outcome },
      ...{ cost: row.cost_yuan, payer: row.payer, grade: row.grade, sample: row.sample },
      may: possible({ state: row.state, rated: ratedIn(acts) }).filter(allowed),
      acts: acts.map((act) => ({
        ...{ verb: act.verb, at: act.created_at.toISOString(), by: act.actor_name, words: act.words },
      })),
    }
  })
  const open = ({ state }: FaultView) => (state === 'reported' || state === 'taken' ? 0 : 1)
  return views.toSorted((a, b) => open(a) - open(b) || b.hoursLate - a.hoursLate)
}

export async function readBoard(db: Database, context: RequestContext) {
  const zoneId = zoneOf(context).id
  const hours = await hoursIn(db, zoneId)
  return {
    faults: await viewsOf(db, context, await listStored(db, zoneId, context.caller)),
    places: placesOf(await unitsFor(db, context)),
    unruled: urgencies.filter((urgency) => hours(urgency, context.now) === null),
  }
}
