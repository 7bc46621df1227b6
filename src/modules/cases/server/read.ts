import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { pinnedCatalogue } from '../../matters/server/api.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import type { CaseDetail, CaseSummary } from '../contract/case.ts'
import type { CaseState } from '../contract/state.ts'
import { type House, houseOf } from './house.ts'
import { listNames } from './names.ts'
import { placesOf } from './plan-slack.ts'
import type { StoredCase } from './rows.ts'
import { rulesIn } from './rules.ts'
import { getStored, headsIn, listActions, scopeOf, storedOf } from './store.ts'
import { awaitableOf } from './underway.ts'
import { detailOf, type Reading, summaryOf } from './views.ts'

/** The moment, the house and the rules; no names and no plans yet. */
export async function readingIn(
  db: Database,
  context: RequestContext,
  house: Promise<House> = houseOf(db, context),
): Promise<Reading> {
  const zone = zoneOf(context)
  const today = legalDayOf(context.now)
  const [calendar, itsHouse, rules] = await Promise.all([
    zoneCalendar(db, zone.code),
    house,
    rulesIn(db, zone.id, today),
  ])
  return {
    ...{ calendar, today, house: itsHouse, rules },
    caller: context.caller,
    projectNames: new Map(),
    enterpriseNames: new Map(),
    places: new Map(),
  }
}

/** The names of the projects and enterprises of these cases: asked for what is shown alone. */
export async function namesOf(db: Database, zoneId: string, cases: readonly StoredCase[]) {
  const [projectNames, enterpriseNames] = await Promise.all([
    listNames(db, 'projects.projects', { zoneId, ids: cases.map(({ row }) => row.project_id) }),
    listNames(db, 'enterprises.enterprises', { zoneId, ids: cases.map(({ row }) => row.enterprise_id) }),
  ])
  return { projectNames, enterpriseNames }
}

async function readingOf(db: Database, context: RequestContext, cases: readonly StoredCase[]): Promise<Reading> {
  const [reading, names] = await Promise.all([readingIn(db, context), namesOf(db, zoneOf(context).id, cases)])
  return { ...reading, ...names }
}

/** What is late asks the plan of its project whether that matters. */
export async function summaries(
  db: Database,
  context: RequestContext,
  cases: readonly StoredCase[],
): Promise<CaseSummary[]> {
  const reading = await readingOf(db, context, cases)
  const lines = cases.map((stored) => summaryOf(stored, reading))
  const late = new Set(lines.filter((line) => line.light.kind === 'overdue').map((line) => line.project.id))
  if (late.size === 0) return lines
  const places = await placesOf(db, context, [...late])
  return cases.map((stored, at) => {
    const line = lines[at]
    return line && !late.has(line.project.id) ? line : summaryOf(stored, { ...reading, places })
  })
}

/** The case as the caller may see it. */
export async function readDetail(db: Database, context: RequestContext, stored: StoredCase): Promise<CaseDetail> {
  const { row } = stored
  const [reading, actions, places, awaitable, { compiled }] = await Promise.all([
    readingOf(db, context, [stored]),
    listActions(db, row.zone_id, row.id),
    // Of what has come to its end the plan leaves nothing open.
    row.open ? placesOf(db, context, [row.project_id]) : new Map<string, never>(),
    awaitableOf(db, stored),
    pinnedCatalogue(db, row.catalogue_version_id),
  ])
  const matterNames = new Map(
    compiled.matters.map(({ matter }) => [matter.code, { zh: matter.name_zh, en: matter.name_en }]),
  )
  return detailOf(stored, { ...reading, places, actions, awaitable, matterNames })
}

export async function getDetail(db: Database, context: RequestContext, id: string): Promise<CaseDetail> {
  const scope = scopeOf(zoneOf(context).id, context.caller)
  return readDetail(db, context, await getStored(db, scope, id))
}

export interface ListQuestion {
  readonly limit: number
  readonly after?: string | undefined
  readonly project?: string | undefined
  readonly enterprise?: string | undefined
  readonly matter?: string | undefined
  readonly state?: CaseState | undefined
}

/** The latest first, by id. */
export async function listCases(db: Database, context: RequestContext, asked: ListQuestion) {
  const scope = scopeOf(zoneOf(context).id, context.caller)
  let query = headsIn(db, scope)
  if (asked.after !== undefined) query = query.where('id', '<', asked.after)
  if (asked.project !== undefined) query = query.where('project_id', '=', asked.project)
  if (asked.enterprise !== undefined) query = query.where('enterprise_id', '=', asked.enterprise)
  if (asked.matter !== undefined) query = query.where('matter', '=', asked.matter)
  if (asked.state !== undefined) query = query.where('state', '=', asked.state)
  const heads = await query
    .orderBy('id', 'desc')
    .limit(asked.limit + 1)
    .execute()
  const shown = heads.slice(0, asked.limit)
  const cases = await summaries(db, context, await storedOf(db, scope, shown))
  return { cases, next: heads.length > asked.limit ? (shown.at(-1)?.id ?? null) : null }
}
