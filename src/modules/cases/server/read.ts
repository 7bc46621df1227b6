import { sql } from 'kysely'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Caller, Database, RequestContext } from '../../../platform/module.ts'
import { pinnedCatalogue } from '../../matters/server/api.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import type { CaseDetail, CaseSummary } from '../contract/case.ts'
import type { CaseState } from '../contract/state.ts'
import { byConsequence, waitsForMe } from '../domain/inbox.ts'
import { type House, houseOf } from './house.ts'
import { listNames } from './names.ts'
import { placesOf } from './plan-slack.ts'
import type { StoredCase } from './rows.ts'
import { rulesIn } from './rules.ts'
import { casesIn, getStored, listActions, type Scope, scopeOf, withFacts } from './store.ts'
import { awaitableOf } from './underway.ts'
import { detailOf, type Reading, summaryOf } from './views.ts'

/** So many open cases are read for one inbox, those received first. */
const readAtMost = 1000

async function readingOf(db: Database, context: RequestContext, cases: readonly StoredCase[]): Promise<Reading> {
  const zone = zoneOf(context)
  return {
    calendar: await zoneCalendar(db, zone.code),
    today: legalDayOf(context.now),
    house: await houseOf(db, context),
    rules: await rulesIn(db, zone.id, legalDayOf(context.now)),
    caller: context.caller,
    projectNames: await listNames(db, 'projects.projects', {
      zoneId: zone.id,
      ids: cases.map(({ row }) => row.project_id),
    }),
    enterpriseNames: await listNames(db, 'enterprises.enterprises', {
      zoneId: zone.id,
      ids: cases.map(({ row }) => row.enterprise_id),
    }),
    places: new Map(),
  }
}

/** What is late asks the plan of its project whether that matters. */
async function summaries(db: Database, context: RequestContext, cases: readonly StoredCase[]): Promise<CaseSummary[]> {
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
  const reading = await readingOf(db, context, [stored])
  const actions = await listActions(db, stored.row.zone_id, stored.row.id)
  const places = await placesOf(db, context, [stored.row.project_id])
  const awaitable = await awaitableOf(db, stored)
  const { compiled } = await pinnedCatalogue(db, stored.row.catalogue_version_id)
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
  let query = casesIn(db, scope)
  if (asked.after !== undefined) query = query.where('id', '<', asked.after)
  if (asked.project !== undefined) query = query.where('project_id', '=', asked.project)
  if (asked.enterprise !== undefined) query = query.where('enterprise_id', '=', asked.enterprise)
  if (asked.matter !== undefined) query = query.where('matter', '=', asked.matter)
  if (asked.state !== undefined) query = query.where('state', '=', asked.state)
  const rows = await query
    .orderBy('id', 'desc')
    .limit(asked.limit + 1)
    .execute()
  const shown = rows.slice(0, asked.limit)
  const cases = await summaries(db, context, await withFacts(db, scope.zoneId, shown))
  return { cases, next: rows.length > asked.limit ? (shown.at(-1)?.id ?? null) : null }
}

/** 待办: what waits for the caller, by consequence; 已办: what the caller has acted on, the latest act first. */
export async function readInbox(
  db: Database,
  context: RequestContext,
  { view, limit }: { readonly view: 'waiting' | 'done'; readonly limit: number },
) {
  const { caller } = context
  const scope = scopeOf(zoneOf(context).id, caller)
  const oversees = caller.permissions.has('cases.oversee')
  const house = await houseOf(db, context)
  const rows = await openRows(db, scope, { caller, house })
  const open = await summaries(db, context, await withFacts(db, scope.zoneId, rows.slice(0, readAtMost)))
  const waiting = open.filter((line) =>
    waitsForMe(line, { accountId: caller.accountId, oversees, departmentId: house.own?.id ?? null }),
  )
  const shown = view === 'waiting' ? waiting.sort(byConsequence) : await doneBy(db, context, limit)
  return {
    cases: shown.slice(0, limit),
    waiting: waiting.length,
    overdue: waiting.filter((line) => line.light.kind === 'overdue').length,
    truncated: rows.length > readAtMost,
  }
}

/** Where an applicant acts, or an agent for one, whoever handles the case. */
const applicantsTurn: readonly CaseState[] = ['correcting', 'accepted', 'suspended', 'resumed', 'passed_with_tolerance']

/**
 * Open cases that may wait for this caller: all for who oversees; of the others those that are theirs, nobody's, an absent colleague's
 * for whom they act, or that ask for the opinion of their department.
 */
function openRows(db: Database, scope: Scope, { caller, house }: { readonly caller: Caller; readonly house: House }) {
  const open = casesIn(db, scope).where('open', '=', true)
  const all = scope.enterpriseId !== undefined || caller.permissions.has('cases.oversee')
  const mine = open.where((eb) =>
    eb.or([
      eb('handler_id', 'is', null),
      eb('handler_id', '=', sql<string>`any(${[caller.accountId, ...house.actsFor]}::uuid[])`),
      ...(house.own === null ? [] : [sql<boolean>`asking @> array[${house.own.id}]::uuid[]`]),
      ...(caller.permissions.has('cases.resubmit') ? [eb('state', 'in', applicantsTurn)] : []),
    ]),
  )
  return (all ? open : mine)
    .orderBy('received_on')
    .orderBy('id')
    .limit(readAtMost + 1)
    .execute()
}

async function doneBy(db: Database, context: RequestContext, limit: number): Promise<CaseSummary[]> {
  const scope = scopeOf(zoneOf(context).id, context.caller)
  const latest = await db
    .selectFrom('cases.actions')
    .select('case_id')
    .select((eb) => eb.fn.max('created_at').as('at'))
    .where('zone_id', '=', scope.zoneId)
    .where('actor_id', '=', context.caller.accountId)
    .groupBy('case_id')
    .orderBy('at', 'desc')
    .orderBy('case_id')
    .limit(limit)
    .execute()
  if (latest.length === 0) return []
  const ids = latest.map((line) => line.case_id)
  const rows = await casesIn(db, scope).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const ordered = ids.flatMap((id) => byId.get(id) ?? [])
  return summaries(db, context, await withFacts(db, scope.zoneId, ordered))
}
