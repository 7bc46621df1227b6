import type { Day } from '../../kernel/calendar.ts'
import { Problem } from '../../kernel/problem.ts'
import { zoneCalendar } from '../../modules/zones/server/api.ts'
import { zoneDirectory } from '../../platform/access/zones.ts'
import { inZone } from '../../platform/database.ts'
import { actsDone, findAct, markAct } from '../../platform/demo/acts.ts'
import { doorsOf } from '../../platform/doors.ts'
import type { Database, Log, ModuleDefinition, ZoneRef } from '../../platform/module.ts'
import { worksOf } from '../../platform/worker/work.ts'
import { accountActs, wantedAccounts } from './accounts.ts'
import { caseActs } from './cases.ts'
import { commitmentActs } from './commitments.ts'
import { type DemoData, loadDemo } from './data.ts'
import { demoDays } from './days.ts'
import { enterpriseActs } from './enterprises.ts'
import { organisationActs, teamActs } from './organisation.ts'
import { partActs } from './part.ts'
import { openAccounts, type Playing, play, playDays } from './play.ts'
import { projectActs } from './projects.ts'
import type { Act, Telling } from './script.ts'

export interface Seeding {
  readonly db: Database
  readonly modules: readonly ModuleDefinition[]
  readonly log: Log
  /** The day of the demonstration. A demo that was begun on another day goes on with that one. */
  readonly on: Day
  readonly now: Date
  readonly before?: (key: string) => void
}

/** What became of a zone: how many acts its demo has, and for which day it stands. */
export interface Seeded {
  readonly zone: string
  readonly on: Day
  readonly acts: number
  /** False when it had been done before. */
  readonly new: boolean
}

/** Zones of the installation that have a demo, in the order of their codes. */
export async function demoZones({ db, modules }: Pick<Seeding, 'db' | 'modules'>, data: DemoData): Promise<ZoneRef[]> {
  const zones = await zoneDirectory(modules).list(db)
  return zones.filter(({ code }) => data.zones.has(code)).map(({ id, code }) => ({ id, code }))
}

/** Those of the demo zones that are named; one that is none of them is refused. */
export function zonesNamed(known: readonly ZoneRef[], codes: readonly string[]): readonly ZoneRef[] {
  return codes.map((code) => {
    const zone = known.find((one) => one.code === code)
    if (zone) return zone
    const all = known.map((one) => one.code)
    throw new Problem('invalid_input', 'demo.no_such_zone', {
      zh: `没有“${code}”的演示数据，可选：${all.join('、')}。`,
      en: `There is no demo of "${code}"; there are: ${all.join(', ')}.`,
    })
  })
}

/**
 * Builds the demo of these zones through the product's own endpoints. All are begun first, so that a program that is killed anywhere
 * leaves marks by which the next one goes on; what is done is done once.
 */
export async function seed(seeding: Seeding, zones: readonly ZoneRef[], data?: DemoData): Promise<Seeded[]> {
  const told = data ?? (await loadDemo())
  const begun = []
  for (const zone of zones) begun.push({ zone, on: await begin(seeding, zone) })
  // Side by side: zones share nothing. All have come to rest when one of them fails.
  const ended = await Promise.allSettled(begun.map(({ zone, on }) => seedZone(seeding, { zone, on, data: told })))
  return ended.map((one) => {
    if (one.status === 'fulfilled') return one.value
    throw one.reason
  })
}

/** The day for which the zone's demo stands, from now on. */
async function begin({ db, on, now }: Seeding, zone: ZoneRef): Promise<Day> {
  return inZone(db, zone.id, async (zoned) => {
    const begun = await findAct(zoned, zone.id, 'begin')
    if (begun !== undefined) return (begun as { on: Day }).on
    await markAct(zoned, { zone, key: 'begin', now }, { on })
    return on
  })
}

interface ZoneDemo {
  readonly zone: ZoneRef
  readonly on: Day
  readonly data: DemoData
}

async function seedZone(seeding: Seeding, { zone, on, data }: ZoneDemo): Promise<Seeded> {
  const { db, modules, log, now, before } = seeding
  const ended = await inZone(db, zone.id, (zoned) => findAct(zoned, zone.id, 'end'))
  if (ended !== undefined) return { zone: zone.code, on, acts: (ended as { acts: number }).acts, new: false }
  const playing: Playing = {
    db,
    zone,
    log,
    doors: doorsOf(modules, { sample: true }),
    works: worksOf(modules),
    done: await inZone(db, zone.id, (zoned) => actsDone(zoned, zone.id)),
    refs: new Map(),
    ...(before && { before }),
  }
  const acts = await playZone(playing, await tellingOf(db, { zone, on, data }))
  await inZone(db, zone.id, (zoned) => markAct(zoned, { zone, key: 'end', now }, { acts }))
  return { zone: zone.code, on, acts, new: true }
}

async function tellingOf(db: Database, { zone, on, data }: ZoneDemo): Promise<Telling> {
  const script = data.zones.get(zone.code)
  if (!script) throw new RangeError(`no demo is told of ${zone.code}`)
  const place = [...data.zones.keys()].indexOf(zone.code) + 1
  return { zone: { code: zone.code, place }, data, script, days: demoDays(await zoneCalendar(db, zone.code), on) }
}

/** Administrator, organisation, accounts of the staff; enterprises and their accounts; then everything else by its time. */
async function playZone(playing: Playing, telling: Telling): Promise<number> {
  const wanted = wantedAccounts(telling)
  const admin = wanted.filter(({ name }) => name === 'admin')
  const outside = wanted.filter(({ enterprise }) => enterprise !== null)
  const staff = wanted.filter((account) => account.enterprise === null && account.name !== 'admin')
  const parts = [
    [organisationActs(telling)],
    [enterpriseActs(telling)],
    [teamActs(telling), ...projectsOf(telling), accountActs(telling, wanted), await partActs(telling)],
  ].map((acts) => acts.flat())
  await openAccounts(
    playing,
    admin.map((account) => ({ ...account, person: null })),
  )
  await play(playing, parts[0] as Act[])
  await openAccounts(playing, staff)
  await play(playing, parts[1] as Act[])
  await openAccounts(playing, outside)
  await playDays(playing, parts[2] as Act[], telling.days.all)
  return wanted.length + parts.flat().length
}

function projectsOf(telling: Telling): Act[][] {
  return telling.script.projects.flatMap((told) => [
    projectActs(telling, told),
    commitmentActs(telling, told),
    ...told.cases.map((one) => caseActs(telling, told, one)),
  ])
}
