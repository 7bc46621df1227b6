import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Calendar } from '../../../kernel/calendar.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { Database, ZoneRef } from '../../../platform/module.ts'
import type { Catalogue, FeeSchedule } from '../../matters/contract/catalogue.ts'
import type { CompiledCatalogue } from '../../matters/contract/compiled.ts'
import type { FactValues } from '../../matters/contract/fact-values.ts'
import { currentCatalogue, pinnedCatalogue } from '../../matters/server/api.ts'
import type { Progress } from '../../projects/contract/progress.ts'
import { calendarOf, getSettings } from '../../zones/server/api.ts'
import type { Comparison } from '../contract/answers.ts'
import type { PlanNetwork } from '../contract/network.ts'
import type { Plan } from '../contract/plan.ts'
import type { ProjectPlan } from '../contract/project-plan.ts'
import type { Changes } from '../contract/request.ts'
import type { ScenarioName } from '../contract/scenario.ts'
import { comparePlans } from '../domain/compare.ts'
import { delaysOf } from '../domain/delays.ts'
import { differenceOf, keptOf } from '../domain/difference.ts'
import { namesOf } from '../domain/lists/names.ts'
import { networkOf } from '../domain/network.ts'
import { nextMove as nextMoveOf } from '../domain/next-move.ts'
import { planOf } from '../domain/plan.ts'
import * as living from '../domain/replan.ts'
import type { PlanInput } from '../domain/request.ts'
import { milestoneDate } from '../domain/summary.ts'
import { buildPlanDocument, type DocumentFrame } from './document.ts'
import type { ExportContext } from './sheet.ts'

/** What the plan of a project is computed from, pinned. */
export interface PlanBasis {
  readonly facts: FactValues
  readonly startOn: string
  readonly catalogueVersionId: string
}

export interface RunningRequest {
  readonly basis: PlanBasis
  readonly progress?: Progress | undefined
  /** Without one: the reforms that the zone has in force. */
  readonly scenario?: ScenarioName | undefined
  /** Advice that was taken up, on top of it. */
  readonly changes?: Partial<Changes> | undefined
}

/** What the zone plans with now: its reforms, its calendar, and a text that is another one when the calendar is. */
export async function zoneTerms(db: Database, code: string) {
  const { reforms, calendar } = await getSettings(db, code)
  const days = createHash('sha256').update(JSON.stringify(calendar)).digest('hex').slice(0, 16)
  return { switches: reforms, calendarMark: days, calendar: calendarOf(calendar) }
}

/** The plan of a project under the catalogue to which it is pinned, on its zone's calendar. */
export async function planOnBasis(db: Database, zone: ZoneRef, request: RunningRequest): Promise<Plan> {
  const { compiled } = await pinnedCatalogue(db, request.basis.catalogueVersionId)
  return planOf(compiled, inputOf(await termsOf(db, zone), request))
}

/** The plans of several projects in their order on the zone's terms, each with its catalogue. */
export async function plansOnBases(
  db: Database,
  terms: Terms,
  requests: readonly RunningRequest[],
): Promise<readonly { readonly plan: Plan; readonly compiled: CompiledCatalogue }[]> {
  const catalogues = await cataloguesOf(
    db,
    requests.map(({ basis }) => basis),
  )
  return requests.map((request) => {
    const compiled = catalogues.get(request.basis.catalogueVersionId) as CompiledCatalogue
    return { plan: planOf(compiled, inputOf(terms, request)), compiled }
  })
}

/** The same with what was reckoned with at the start, and why it is late. */
export async function runningPlan(
  db: Database,
  zone: ZoneRef,
  request: RunningRequest & { readonly progress: Progress },
): Promise<Omit<ProjectPlan, 'projectId'>> {
  const { catalogueVersionId } = request.basis
  const { compiled } = await pinnedCatalogue(db, catalogueVersionId)
  const input = inputOf(await termsOf(db, zone), request)
  return {
    plan: planOf(compiled, input),
    progress: request.progress,
    before: planOf(compiled, { ...input, progress: undefined }).milestones,
    delays: delaysOf(compiled, input),
    catalogueVersionId,
    newerCatalogue: (await currentCatalogue(db)).version.id !== catalogueVersionId,
  }
}

/** The order of the plans of many projects under the reforms in force, for reckoning on; a plan that cannot be made answers why. */
export async function planNetworks(
  db: Database,
  zone: ZoneRef,
  bases: readonly PlanBasis[],
): Promise<readonly (PlanNetwork | Problem)[]> {
  const { switches, calendar } = await termsOf(db, zone)
  const catalogues = await cataloguesOf(db, bases)
  const networks: (PlanNetwork | Problem)[] = []
  for (const { facts, startOn: start, catalogueVersionId } of bases) {
    const compiled = catalogues.get(catalogueVersionId) as CompiledCatalogue
    networks.push(networkOr(compiled, { facts, start, calendar, switches }))
    // Requests go before: a zone has hundreds of projects.
    if (networks.length % atOnce === 0) await setImmediate()
  }
  return networks
}

const atOnce = 20

function networkOr(compiled: CompiledCatalogue, input: PlanInput): PlanNetwork | Problem {
  try {
    return networkOf(compiled, input)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

async function cataloguesOf(
  db: Database,
  bases: readonly PlanBasis[],
): Promise<ReadonlyMap<string, CompiledCatalogue>> {
  const catalogues = new Map<string, CompiledCatalogue>()
  for (const { catalogueVersionId: id } of bases)
    if (!catalogues.has(id)) catalogues.set(id, (await pinnedCatalogue(db, id)).compiled)
  return catalogues
}

interface Terms {
  readonly switches: Awaited<ReturnType<typeof getSettings>>['reforms']
  readonly calendar: Calendar
}

async function termsOf(db: Database, zone: ZoneRef): Promise<Terms> {
  const { reforms, calendar } = await getSettings(db, zone.code)
  return { switches: reforms, calendar: calendarOf(calendar) }
}

function inputOf({ switches, calendar }: Terms, { basis, progress, scenario, changes }: RunningRequest): PlanInput {
  return {
    ...{ facts: basis.facts, start: basis.startOn, calendar, progress, changes },
    ...(scenario === undefined ? { switches } : { scenario }),
  }
}

/** The plans of running projects as other modules keep them: pure functions of what they are given. */
export type PlanMeans = living.Means
export const keep = living.keep
export const planFrom = living.planFrom
export const replan = living.replan
export const nextMove = nextMoveOf

/** What changed from one plan of a project to another; null when nothing did. */
export function changeOf(before: Plan, after: Plan, calendar: PlanMeans['calendar']) {
  return differenceOf(keptOf(before), keptOf(after), calendar)
}

interface BesidesRequest {
  readonly before: CompiledCatalogue
  readonly after: CompiledCatalogue
  /** The facts as each of the two catalogues knows them. */
  readonly basis: { readonly facts: readonly [FactValues, FactValues]; readonly startOn: string }
  readonly progress?: Progress | undefined
}

/** Two plans of one project side by side, as `plansBeside` answers them. */
export interface PlansBesides {
  readonly comparison: Comparison
  readonly dates: Readonly<Record<'before' | 'after', ReturnType<typeof milestoneDates>>>
}

/** One project planned under two catalogues, with the reforms and the calendar of its zone: what a change of rules would do to it. */
export async function plansBeside(db: Database, zone: ZoneRef, request: BesidesRequest): Promise<PlansBesides> {
  const { basis, progress } = request
  const [beforeFacts, afterFacts] = basis.facts
  const pinned = { startOn: basis.startOn, catalogueVersionId: '' }
  const input = inputOf(await termsOf(db, zone), { basis: { ...pinned, facts: beforeFacts }, progress })
  const before = planOf(request.before, input)
  const after = planOf(request.after, { ...input, facts: afterFacts })
  return {
    comparison: comparePlans(before, after),
    dates: { before: milestoneDates(before), after: milestoneDates(after) },
  }
}

function milestoneDates(plan: Plan) {
  return {
    contract: milestoneDate(plan, 'contract'),
    permit: milestoneDate(plan, 'permit'),
    production: milestoneDate(plan, 'production'),
  }
}

/** The lists of a plan as a Word document, under a title of its own and with tables of its own before them. */
export function writePlanDocument(plan: Plan, { catalogue, fees, context, ...frame }: FramedPlan): Promise<Uint8Array> {
  return buildPlanDocument(plan, namesOf(catalogue, fees), context, frame)
}

interface FramedPlan extends DocumentFrame {
  readonly catalogue: Catalogue
  readonly fees: FeeSchedule
  readonly context: ExportContext
}
