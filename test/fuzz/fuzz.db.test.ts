import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { collectGrants, permissionsByRoles } from '../../src/platform/access/grants.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { withParts } from '../../src/platform/parts.ts'
import { registryOf } from '../../src/platform/records/registry.ts'
import { csvOf } from '../../src/platform/sheets/csv.ts'
import { withClient } from '../setup/client.ts'
import { startDemo } from '../support/demo.ts'
import { type Asked, ask, type Stage, whoFor } from './ask.ts'
import { crowdOf, everybody } from './crowd.ts'
import { type Door, doorsOf } from './doors.ts'
import { poolOf } from './pool.ts'
import { reaching } from './reach.ts'
import { tally } from './tally.ts'
import { diceOf } from './values.ts'
import { type Witness, witness } from './witness.ts'

/** `LUODI_LONG=1 npm test -- test/fuzz` asks twenty times as often, and each time other things; the short form draws the same every time. */
const long = process.env.LUODI_LONG === '1'
const requests = long ? 100_000 : 5_000
const seed = Number(process.env.LUODI_SEED ?? (long ? Date.now() % 2 ** 31 : 20_261_130))

const app = startDemo(undefined, { requestsPerMinute: 10_000_000, trustProxy: '127.0.0.1' })
const modules = withParts(await loadModules())
const registry = registryOf(modules)

/** A sheet that its kind takes: the head and one line of examples. */
function sheetFor(door: Door): string {
  const kind = [...registry.values()].find(({ name }) => door.name.startsWith(`${name}.`))
  if (!kind) return 'a,b\n1,2\n'
  const fields = Object.values(kind.fields).filter(({ writable }) => writable !== 'never')
  return csvOf([
    fields.map(({ label }) => label.zh),
    fields.map(({ example, to }) => (to === undefined ? String(example ?? '') : '')),
  ])
}

/** What one account does no longer, and a new one does. */
const spent = new Set([
  'access.sign_in_needed',
  'access.change_password',
  'sheets.exports_going',
  'sheets.imports_going',
])

/** Whoever was shut out by what was asked before asks as somebody new. */
async function mend({ crowd }: Stage, { who, answer }: Asked): Promise<void> {
  const code = (answer.body as { code?: string } | null)?.code
  if (spent.has(code ?? '')) crowd.forget(who)
  if (code === 'access.second_factor_needed') await crowd.lift()
}

/**
 * Which door is asked when: every one once, what makes records before what is done with them; then in turn one of those that decide and
 * one of those that every kind of record has.
 */
function turns(doors: readonly Door[]): (turn: number) => Door {
  const makes = (door: Door) => door.name.endsWith('.create')
  const first = [...doors.filter(makes), ...doors.filter((door) => !makes(door))]
  const ofKinds = doors.filter(({ name }) => name.split('.').length === 3)
  const others = doors.filter(({ name }) => name.split('.').length === 2)
  return (turn) => {
    const later = turn - first.length
    const list = later % 2 === 0 ? others : ofKinds
    return (later < 0 ? first[turn] : list[(later >> 1) % list.length]) as Door
  }
}

/**
 * Doors that may succeed without an event, with the tables that they change all the same: what a person has read is nobody's business, a message
 * to oneself is a trial, where no bill is due the next look is set, and what opens a project's progress forgives the address its wrong tries.
 */
const quiet: Readonly<Record<string, readonly string[]>> = {
  'notifications.markNotifications': ['outbox.notifications'],
  'delivery.tryMyDelivery': ['jobs.outbox'],
  'leases.drawBills': ['jobs.timers'],
  'following.followProgress': ['access.failures'],
}
/** What readings bring up to the leads as they are, made from them alone: only doors that say so (`derives`) may write, and these no more. */
const tokens = ['promotion.tokens', 'promotion.token_states']
const derived: typeof quiet = {
  'promotion.findTwins': tokens,
  'promotion.getLead': tokens,
  'promotion.listTwins': tokens,
}
/** What a refused request may leave: how often a password was guessed, and the month's key for lines about strangers. */
const counted = ['access.failures', 'access.event_keys']
/** Of those the ones that never write one. */
const silent = ['delivery.tryMyDelivery', 'notifications.markNotifications']

const seen = tally()
let doors: readonly Door[] = []
let watch: Witness

beforeAll(async () => {
  doors = await doorsOf(app(), modules)
  await withClient(app().ownerUrl, async (client) => {
    const pool = await poolOf({ client, here: 'linyi', elsewhere: 'jiexiu' }, registry)
    const seeing = await witness(client)
    watch = seeing
    const crowd = crowdOf(app(), permissionsByRoles(collectGrants(modules)), seeing.skip)
    const stage: Stage = { app: app(), pool, crowd, sheetFor }
    const inTurn = turns(doors)
    let turn = 0
    const one = async (g: fc.GeneratorValue) => {
      const door = inTurn(turn)
      const first = turn < doors.length
      // Each door is first asked for what it is there for; then one thing in two requests of three is wrong.
      const spoiled = !first && turn % 3 !== 0
      turn += 1
      const dice = diceOf(g)
      const who = whoFor(dice, door, { crowd, everybody, surely: first })
      const asked = await ask(stage, door, { dice, spoiled, who, least: first || dice.below(2) === 0 })
      seen.add(asked)
      await seeing.after(asked)
      await mend(stage, asked)
    }
    await fc.assert(fc.asyncProperty(fc.gen(), one), { seed, numRuns: requests, endOnFailure: true })
  })
  const rows = Object.entries(watch.rows).map(([act, count]) => `${act} ${count}`)
  console.info(
    `LUODI_SEED=${seed}: ${seen.report()}; ${watch.told.size} writing doors with their events, rows beside them: ${rows.join(', ')}`,
  )
}, 7_200_000)

describe('whatever is asked', () => {
  it('the answer has a status that the document declares, and nothing breaks', () => {
    expect(seen.findings).toEqual([])
  })

  it('no object of the program gets what a body smuggles in', () => {
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  it('most requests get past sign-in and permission, and most doors were gone through', () => {
    expect(seen.past()).toBeGreaterThan(0.5)
    expect(seen.reached.size).toBeGreaterThan(1_450)
  })
})

describe('every change of state', () => {
  const all = (tables: Witness['silent']) => [...tables].map(([name, of]) => ({ name, tables: [...of] }))

  it('has its event, deletions too, or is one of four that change nothing of anybody else, or derives', () => {
    const deriving = modules.flatMap(({ handlers = [] }) =>
      handlers.flatMap((one) => (one.derives ? [one.endpoint.name] : [])),
    )
    expect(Object.keys(derived).sort()).toEqual(deriving.sort())
    const may = { ...quiet, ...derived }
    const unlike = all(watch.silent).filter(({ name, tables }) => tables.some((table) => !may[name]?.includes(table)))
    expect(unlike).toEqual([])
    expect(watch.told.size).toBeGreaterThan(500)
  })

  it('is of one transaction with its event', () => {
    expect(all(watch.apart)).toEqual([])
    expect(watch.rows.INSERT).toBeGreaterThan(500)
    expect(watch.rows.UPDATE).toBeGreaterThan(500)
    expect(watch.rows.DELETE).toBeGreaterThan(5)
  })

  it('is not left behind by a request that was refused', () => {
    expect(all(watch.refused).filter(({ tables }) => tables.some((table) => !counted.includes(table)))).toEqual([])
  })

  it('by a door that was not gone through comes to a call that writes one, function by function', () => {
    const comes = reaching(modules)
    const writing = doors.filter(({ endpoint }) => endpoint.effect === 'write')
    const none = writing.filter(({ name }) => comes.get(name) !== true).map(({ name }) => name)
    expect(none.sort()).toEqual(silent)
    // It can tell: hardly any door that only reads comes to one.
    const reading = doors.filter(({ name, endpoint }) => endpoint.effect === 'read' && name.split('.').length === 2)
    expect(reading.filter(({ name }) => comes.get(name)).length).toBeLessThan(reading.length / 10)
  })
})
