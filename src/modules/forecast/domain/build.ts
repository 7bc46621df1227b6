import {
  type Calendar,
  type Day,
  dayFromNumber,
  dayNumber,
  dayOfOrdinal,
  ordinalOnOrAfter,
} from '../../../kernel/calendar.ts'
import { milestoneMatters } from '../../plans/contract/scenario.ts'
import { type HalfDays, halfDaysFrom } from './axis.ts'
import { type Capacity, capacityOf } from './desks.ts'
import { type Drafted, draftProject } from './draft.ts'
import type { Given, GivenProject } from './given.ts'
import { layOut } from './lay-out.ts'
import { measuredPools } from './pools.ts'
import { Tables } from './tables.ts'
import type { World } from './world.ts'

/** Half days that a forecast looks ahead: sixteen years of working days. */
export const horizon = 8000

/** What the numbers of a world mean. */
export interface Meaning {
  readonly axis: HalfDays
  readonly projects: readonly ProjectMeaning[]
  readonly desks: readonly {
    readonly id: string
    readonly officers: number
    readonly absent: number
    readonly capacity: Capacity
  }[]
  /** By matter that is still to be done: decided cases that were drawn from, 0 where the limits are. */
  readonly rests: readonly {
    readonly matter: string
    readonly cases: number
    readonly known: number
    readonly open: number
  }[]
  readonly lapses: { readonly rate: number; readonly from: 'measured' | 'assumed'; readonly papers: number }
}

export interface ProjectMeaning {
  readonly id: string
  readonly permit: MilestoneMeaning
  readonly production: MilestoneMeaning
  /** Whether a matter applies is unknown for some: the dates may still move. */
  readonly incomplete: boolean
}

/** Where a milestone stands: still to come, there already, in no plan, or behind works of unknown length. */
export interface MilestoneMeaning {
  readonly state: 'coming' | 'done' | 'none' | 'undated'
  readonly doneOn: Day | null
  /** What the plan reckoned with before anything had happened. */
  readonly plannedOn: Day | null
}

/** The zone as it stands, laid out for the simulation. */
export function buildWorld(given: Given): { readonly world: World; readonly meaning: Meaning } {
  const axis = halfDaysFrom(given.calendar, given.today)
  const measured = measuredPools(given.history, given.rules)
  const tables = new Tables(measured, given.rules)
  const deskOf = new Map(given.desks.flatMap(({ authorities }, d) => authorities.map((name) => [name, d] as const)))
  const all: Drafted[] = []
  const drafting = { axis, tables, deskOf, floorDays: horizon / 2 + 1, all }
  const places = given.projects.map((project) => draftProject(drafting, project))
  const milestones = given.projects.map((project, p) => milestonesOf(given.calendar, project, places[p] as Int32Array))
  const desks = given.desks.map((desk) => ({
    ...{ id: desk.id, officers: desk.officers, absent: desk.absent, capacity: capacityOf(desk, given) },
  }))
  const lapses = lapsesOf(given)
  const world = layOut({
    ...{ all, tables, horizon, floorDays: drafting.floorDays, spread: given.rules.spread.preparation.length },
    deskCases: desks.map(({ capacity }) => capacity.cases),
    lapses: Math.round(lapses.rate * 65_536),
    permitOf: milestones.map(({ permit }) => permit.activity),
    productionOf: milestones.map(({ production }) => production.activity),
  })
  const projects = given.projects.map(({ id, network }, p) => {
    const { permit, production } = milestones[p] as Milestones
    return { id, permit: permit.meaning, production: production.meaning, incomplete: network.milestones.incomplete }
  })
  return { world, meaning: { axis, projects, desks, lapses, rests: restsOf(given, all, measured) } }
}

interface Found {
  readonly activity: number
  readonly meaning: MilestoneMeaning
}
interface Milestones {
  readonly permit: Found
  readonly production: Found
}

function milestonesOf(calendar: Calendar, project: GivenProject, places: Int32Array): Milestones {
  const undated = behindUndated(project, places)
  const find = (name: 'permit' | 'production'): Found => {
    const code = milestoneMatters[name]
    const place = project.network.matters.findIndex((matter) => matter.code === code)
    const doneOn = project.happened[code]?.finished ?? null
    const plannedOn = plannedDay(calendar, project, name)
    if (doneOn !== null) return { activity: -1, meaning: { state: 'done', doneOn, plannedOn } }
    if (place < 0) return { activity: -1, meaning: { state: 'none', doneOn, plannedOn } }
    if (undated.has(place)) return { activity: -1, meaning: { state: 'undated', doneOn, plannedOn: null } }
    return { activity: places[place] as number, meaning: { state: 'coming', doneOn, plannedOn } }
  }
  return { permit: find('permit'), production: find('production') }
}

function plannedDay(calendar: Calendar, { network }: GivenProject, name: 'permit' | 'production'): Day | null {
  const offset = network.milestones[name]
  if (offset === null) return null
  return dayFromNumber(
    dayOfOrdinal(calendar, ordinalOnOrAfter(calendar, dayNumber(network.dayZero)) + Math.floor(offset)),
  )
}

/** Places in the network from which one must wait for works whose length nobody has told. */
function behindUndated({ network: { matters, arrows } }: GivenProject, places: Int32Array): ReadonlySet<number> {
  const found = new Set(
    matters.flatMap(({ lasts }, place) => (lasts === undefined && (places[place] as number) >= 0 ? [place] : [])),
  )
  for (const place of found)
    for (const { from, to, kind } of arrows) if (from === place && kind !== 'owed') found.add(to)
  return found
}

/** Of the zone's owed papers whose time is over, how many were late; too few: the assumed rate. */
function lapsesOf({ owed: { met, lapsed }, rules }: Given): Meaning['lapses'] {
  const papers = met + lapsed
  if (papers < rules.minimumOwed) return { rate: rules.owedLapse, from: 'assumed', papers }
  return { rate: lapsed / papers, from: 'measured', papers }
}

function restsOf(
  { history }: Given,
  all: readonly Drafted[],
  measured: ReadonlyMap<string, readonly unknown[]>,
): Meaning['rests'] {
  const known = Map.groupBy(history, ({ matter }) => matter)
  const open = Map.groupBy(all, ({ matter }) => matter.code)
  return [...open].map(([matter, activities]) => ({
    ...{
      matter,
      cases: measured.get(matter)?.length ?? 0,
      known: known.get(matter)?.length ?? 0,
      open: activities.length,
    },
  }))
}
