import { openDatabase } from '../src/platform/database.ts'
import { signedInAs, zoneRef } from '../test/support/accounts.ts'
import { compare, type Goal, report } from './harness.ts'
import type { Sides } from './records/asks.ts'
import { type Contest, contendersOf } from './records/contests.ts'
import { equalCreates, equalDecisions, equalItems, equalLists } from './records/equal.ts'
import { makeBareTables } from './world/bare-tables.ts'
import { serve } from './world/child.ts'
import { Client } from './world/client.ts'
import type { EnterpriseRow } from './world/generate.ts'
import { afterwards, loadEnterprises } from './world/load.ts'
import { type World, withOwner, withWorld } from './world/postgres.ts'
import { loadProjects } from './world/projects.ts'

/**
 * P1: one record, a list of 50, a new record, a decision, over 16 connections; the product with all its walls against node:http and pg with
 * plain SQL on the same rows. LUODI_ROWS: how many enterprises a zone has (default 10000,100000; LUODI_LONG=1 adds a million).
 */
const asked = process.env.LUODI_ROWS ?? (process.env.LUODI_LONG === '1' ? '10000,100000,1000000' : '10000,100000')
const sizes = asked.split(',').map(Number)
const rounds = 3

for (const size of sizes) await withWorld((world) => measure(world, size))

async function measure(world: World, size: number): Promise<void> {
  const db = openDatabase({ url: world.appUrl })
  const [plain, personal] = [await zoneRef(db, 'linyi'), await zoneRef(db, 'jiexiu')]
  const rows: Record<'plain' | 'personal', readonly EnterpriseRow[]> = { plain: [], personal: [] }
  let projects: readonly string[] = []
  await withOwner(world.ownerUrl, async (client) => {
    await afterwards(client, async () => {
      rows.plain = await loadEnterprises(client, { zone: plain.id, count: size, from: 0, personal: false })
      rows.personal = await loadEnterprises(client, { zone: personal.id, count: size, from: size, personal: true })
      projects = await loadProjects(client, plain.id, 1_600)
    })
    const people = rows.personal.map(({ id, legalRepresentative }) => ({ id, name: legalRepresentative ?? '' }))
    await makeBareTables(client, people)
  })
  const officers = [
    await signedInAs(db, { zone: plain.code, roles: ['officer'] }),
    await signedInAs(db, { zone: personal.code, roles: ['officer'] }),
  ] as const
  await db.destroy()
  const [ours, bare] = [await serve('ours.server.ts', world), await serve('bare.server.ts', world)]
  try {
    const sides: Sides = {
      projects,
      plain: { rows: rows.plain, zone: plain, ours: new Client({ ...ours, headers: officers[0].headers }) },
      personal: { rows: rows.personal, zone: personal, ours: new Client({ ...ours, headers: officers[1].headers }) },
      bare: new Client(bare),
      meters: { ours: ours.meters, bare: bare.meters },
    }
    await contests(sides, size)
  } finally {
    await Promise.all([ours.stop(), bare.stop()])
  }
}

async function contests(sides: Sides, size: number): Promise<void> {
  for (const zone of ['plain', 'personal'] as const) {
    await equalItems(sides, zone)
    await equalLists(sides, zone)
    await equalCreates(sides, zone)
  }
  await equalDecisions(sides)
  for (const contest of contendersOf(sides)) await run(contest, size)
}

async function run({ title, contenders, floor, goal }: Contest, size: number): Promise<void> {
  const costs = await compare(contenders, rounds)
  const cpuOf = (name: string) => costs.find((cost) => cost.name === name)?.cpu ?? Number.NaN
  const goals: Goal[] = costs
    .filter((cost) => cost.name.startsWith('Luodi'))
    .map(({ name, cpu }) => {
      const ratio = cpu / cpuOf(floor)
      return { text: `${name}: CPU against "${floor}", goal ≤ ${goal}`, reached: ratio, met: ratio <= goal }
    })
  report(`P1: ${title}, ${size} enterprises a zone, 16 connections`, costs, goals)
}
