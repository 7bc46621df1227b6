import { legalDayOf } from '../../../kernel/legal-day.ts'
import { isOutsider } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { lesseesOn } from '../../leases/server/api.ts'
import { listUnits, type UnitRef } from '../../space/server/api.ts'
import { employersOn } from '../../stays/server/api.ts'

/** Which enterprise has a unit today: its lessee, or whose people live there. */
export async function holdersOf(db: Database, context: RequestContext): Promise<ReadonlyMap<string, string>> {
  const zoneId = zoneOf(context).id
  const today = legalDayOf(context.now)
  return new Map([...(await employersOn(db, zoneId, today)), ...(await lesseesOn(db, zoneId, today))])
}

/** Units of which the caller may report something: all for the zone's people, its own for an enterprise. */
export async function unitsFor(db: Database, context: RequestContext): Promise<UnitRef[]> {
  const units = await listUnits(db, zoneOf(context).id)
  const { caller } = context
  if (!isOutsider(caller)) return units
  const holders = await holdersOf(db, context)
  return units.filter(({ id }) => caller.enterpriseId !== null && holders.get(id) === caller.enterpriseId)
}

/** By building, in the order of their names. */
export function placesOf(units: readonly UnitRef[]) {
  return [...Map.groupBy(units, ({ building }) => building.id).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const { id, name } = first.building
    return [{ building: { id, name }, units: own.map((unit) => ({ id: unit.id, name: unit.code })) }]
  })
}
