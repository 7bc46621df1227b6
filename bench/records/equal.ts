import { deepStrictEqual } from 'node:assert'
import { decideBare, decideOurs, itemBare, itemOurs, listBare, listOurs, newEnterprise, type Sides } from './asks.ts'

type Zone = 'plain' | 'personal'

/** Refuses to time what does not answer alike: the fields of a hundred records, one by one. */
export async function equalItems(sides: Sides, zone: Zone): Promise<void> {
  for (let n = 0; n < 100; n++) {
    const ours = await sides[zone].ours.get(itemOurs(sides, zone, n))
    deepStrictEqual(await sides.bare.get(itemBare(sides, zone, '/item')(n)), ours)
    deepStrictEqual(await sides.bare.get(itemBare(sides, zone, '/item-json')(n)), ours)
  }
}

interface Page {
  readonly rows: readonly unknown[]
}

/** Twenty pages, each begun at a record somewhere in the order. */
export async function equalLists(sides: Sides, zone: Zone): Promise<void> {
  for (let n = 0; n < 20; n++) {
    const { rows } = (await sides[zone].ours.get(listOurs(sides, zone, n))) as Page
    deepStrictEqual(((await sides.bare.get(listBare(sides, zone, '/list')(n))) as Page).rows, rows)
    deepStrictEqual(((await sides.bare.get(listBare(sides, zone, '/list-json')(n))) as Page).rows, rows)
  }
}

/** Ids, times and actors differ by nature; everything else of a new record must not. */
export async function equalCreates(sides: Sides, zone: Zone): Promise<void> {
  const { ours, zone: place } = sides[zone]
  const path = `/api/zones/${place.code}/enterprises`
  for (let n = 0; n < 5; n++) {
    const body = newEnterprise(zone)
    const made = comparable(await ours.get({ method: 'POST', path, body }))
    deepStrictEqual(made, comparable(await sides.bare.get({ method: 'POST', path: `/create?zone=${place.id}`, body })))
    const other = newEnterprise(zone)
    const all = await sides.bare.get({ method: 'POST', path: `/create-all?zone=${place.id}`, body: other })
    deepStrictEqual({ ...made, name: other.name, uscc: other.uscc }, comparable(all))
  }
}

function comparable(answer: unknown): Record<string, unknown> {
  const { record } = answer as { record: Record<string, unknown> }
  const { id: _id, createdAt: _c, createdBy: _cb, updatedAt: _u, updatedBy: _ub, ...rest } = record
  return rest
}

/** Of one project each: stalled and taken up again, twice. */
export async function equalDecisions(sides: Sides): Promise<void> {
  for (let n = 0; n < 4; n++) {
    const ours = await sides.plain.ours.get(decideOurs(sides)(n * 16, 0))
    deepStrictEqual(await sides.bare.get(decideBare(sides, n % 2 === 0 ? '/decide' : '/decide-steps')(n * 16, 0)), ours)
  }
}
