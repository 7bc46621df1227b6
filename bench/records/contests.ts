import type { Contender } from '../harness.ts'
import type { Asked, Client } from '../world/client.ts'
import { decideBare, decideOurs, itemBare, itemOurs, listBare, listOurs, newEnterprise, type Sides } from './asks.ts'

export interface Contest {
  readonly title: string
  readonly contenders: readonly Contender[]
  /** The contender against which we are measured, and the most that we may cost of it. */
  readonly floor: string
  readonly goal: number
}

type Next = (n: number, connection: number) => Asked

interface Entry {
  readonly name: string
  readonly client: Client
  readonly meters: Contender['meters']
  readonly next: Next
}

const bare = 'bare: pg, rows as objects'
const json = 'bare: prepared, JSON by PostgreSQL'
const times = { item: 2_000, list: 600, create: 800, decide: 800 } as const

export function contendersOf(sides: Sides): readonly Contest[] {
  return [
    items(sides, 'plain'),
    items(sides, 'personal'),
    lists(sides, 'plain'),
    lists(sides, 'personal'),
    ...writes(sides),
  ]
}

type Zone = 'plain' | 'personal'

const said = { plain: 'no personal value', personal: 'one personal value each' } as const

function items(sides: Sides, zone: Zone): Contest {
  const contenders = entries(times.item, [
    bareSide(sides, bare, itemBare(sides, zone, '/item')),
    bareSide(sides, json, itemBare(sides, zone, '/item-json')),
    ourSide(sides, zone, (n) => itemOurs(sides, zone, n)),
  ])
  return { title: `read one record, ${said[zone]}`, contenders, floor: bare, goal: 1.5 }
}

function lists(sides: Sides, zone: Zone): Contest {
  const contenders = entries(times.list, [
    bareSide(sides, bare, listBare(sides, zone, '/list')),
    bareSide(sides, json, listBare(sides, zone, '/list-json')),
    ourSide(sides, zone, (n) => listOurs(sides, zone, n)),
  ])
  return { title: `list of 50, ${said[zone]}`, contenders, floor: bare, goal: 1.5 }
}

function writes(sides: Sides): readonly Contest[] {
  const same = 'bare: row, event and search entry in one statement'
  const creates = (['plain', 'personal'] as const).map((zone): Contest => {
    const { code, id } = sides[zone].zone
    const posting = (path: string): Next => {
      return () => ({ method: 'POST', path, body: newEnterprise(zone) })
    }
    const contenders = entries(times.create, [
      bareSide(sides, same, posting(`/create-all?zone=${id}`)),
      bareSide(sides, 'bare: the row alone', posting(`/create?zone=${id}`)),
      ourSide(sides, zone, posting(`/api/zones/${code}/enterprises`)),
    ])
    return { title: `create, ${said[zone]}`, contenders, floor: same, goal: 1.5 }
  })
  const one = 'bare: one statement'
  const decide = entries(times.decide, [
    bareSide(sides, one, decideBare(sides, '/decide')),
    bareSide(sides, 'bare: a transaction of four statements', decideBare(sides, '/decide-steps')),
    ourSide(sides, 'plain', decideOurs(sides)),
  ])
  return [...creates, { title: 'decide (update, event, news)', contenders: decide, floor: one, goal: 1.3 }]
}

function bareSide({ bare: client, meters }: Sides, name: string, next: Next): Entry {
  return { name, client, meters: meters.bare, next }
}

function ourSide(sides: Sides, zone: Zone, next: Next): Entry {
  return { name: 'Luodi', client: sides[zone].ours, meters: sides.meters.ours, next }
}

function entries(count: number, all: readonly Entry[]): Contender[] {
  return all.map(({ name, client, meters, next }) => ({
    name,
    times: count,
    ...(meters && { meters }),
    run: (times) => client.many(times, next),
  }))
}
