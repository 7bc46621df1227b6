import { dayNumber } from '../../../kernel/calendar.ts'
import type { OutputOf } from '../../../kernel/endpoint.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { compareMoney } from '../../../kernel/money.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { listBuildings, listUnits } from '../../space/server/api.ts'
import type { readBoard } from '../contract/board.ts'
import { standingOn } from '../domain/occupancy.ts'
import { linesOf } from './read.ts'
import { leasesIn, ruleOn, spansOf } from './store.ts'

const daysOfMonth = 30.436875

/** Expiring, in arrears, idle, on the day of the request. */
export async function board(db: Database, context: RequestContext): Promise<OutputOf<typeof readBoard>> {
  const zoneId = zoneOf(context).id
  const day = legalDayOf(context.now)
  const found = await ruleOn(db, zoneId, day)
  const rule = found ? { warnDays: found.warn_first, idleMonths: found.idle_months } : null
  const lines = await linesOf(db, context, await leasesIn(db, zoneId).orderBy('ends_on').orderBy('id').execute())
  const expiring = lines.filter(
    ({ state, daysLeft, renewed, endedOn }) =>
      state === 'running' && !renewed && endedOn === null && daysLeft <= (rule?.warnDays ?? 0),
  )
  const spans = await spansOf(db, zoneId)
  const all = (await listUnits(db, zoneId)).filter(({ use }) => use !== 'apartment')
  const units = all.map((unit) => ({ ...unit, ...standingOn(unit.id, spans, day) }))
  const sqm = (some: readonly { readonly areaSqm: number }[]) => sum(some.map(({ areaSqm }) => areaSqm))
  const letSqm = sqm(units.filter(({ holder }) => holder !== null))
  const totalSqm = sqm(units)
  const ending = new Set(expiring.flatMap((line) => line.units.map(({ id }) => id)))
  return {
    ...{ day, rule, expiring },
    occupancy: { letSqm, totalSqm, share: totalSqm === 0 ? null : letSqm / totalSqm },
    arrears: lines
      .filter(({ arrears }) => compareMoney(arrears, '0.00') > 0)
      .toSorted((a, b) => b.daysLate - a.daysLate),
    idle: units
      .filter(({ holder }) => holder === null)
      .map(({ id, code, areaSqm, building, use, published, freeSince }) => {
        const days = freeSince === null ? null : dayNumber(day) - dayNumber(freeSince)
        const alarm = rule !== null && (days === null || days > rule.idleMonths * daysOfMonth)
        return {
          ...{ unit: { id, code, areaSqm }, building: building.name, use, published, since: freeSince, days },
          alarm,
        }
      })
      .toSorted((a, b) => (b.days ?? Number.MAX_SAFE_INTEGER) - (a.days ?? Number.MAX_SAFE_INTEGER)),
    buildings: (await listBuildings(db, zoneId)).flatMap(({ id, name, longitude, latitude }) => {
      const own = units.filter(({ building }) => building.id === id)
      if (own.length === 0) return []
      const taken = own.filter(({ holder }) => holder !== null)
      return [
        {
          ...{
            id,
            name,
            longitude,
            latitude,
            units: own.length,
            let: taken.length,
            letSqm: sqm(taken),
            totalSqm: sqm(own),
          },
          expiring: own.filter((unit) => ending.has(unit.id)).length,
        },
      ]
    }),
  }
}

/** Areas have two places: summed in hundredths, so that no float creeps in. */
const sum = (areas: readonly number[]): number => areas.reduce((total, area) => total + Math.round(area * 100), 0) / 100
