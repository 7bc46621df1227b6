import { sql } from 'kysely'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Caller, Database, RequestContext } from '../../../platform/module.ts'
import type { CaseSummary } from '../contract/case.ts'
import type { CaseState } from '../contract/state.ts'
import { byConsequence, type InboxOwner, waitsForMe } from '../domain/inbox.ts'
import { anyOf } from './any-of.ts'
import { type House, houseOf } from './house.ts'
import { placesOf, plannedAtMost } from './plan-slack.ts'
import { namesOf, readingIn, summaries } from './read.ts'
import type { StoredCase } from './rows.ts'
import { type Head, headsIn, type Scope, scopeOf, storedOf } from './store.ts'
import { type Reading, summaryOf } from './views.ts'

/** So many open cases are read for one inbox, those received first. */
const readAtMost = 1000

/** 待办: what waits for the caller, by consequence; 已办: what the caller has acted on, the latest act first. */
export async function readInbox(
  db: Database,
  context: RequestContext,
  { view, limit }: { readonly view: 'waiting' | 'done'; readonly limit: number },
) {
  const { caller } = context
  const scope = scopeOf(zoneOf(context).id, caller)
  const house = houseOf(db, context)
  const [heads, ground] = await Promise.all([openHeads(db, scope, { caller, house }), readingIn(db, context, house)])
  const open = await storedOf(db, scope, heads.slice(0, readAtMost))
  const { waiting, reading } = await waitingOf(db, context, { open, reading: ground })
  return {
    cases:
      view === 'waiting' ? await shownOf(db, { waiting, reading, limit }, scope) : await doneBy(db, context, limit),
    waiting: waiting.length,
    overdue: waiting.filter(({ line }) => line.light.kind === 'overdue').length,
    truncated: heads.length > readAtMost,
  }
}

/** A case with its line, in which the names are still missing. */
interface Waiting {
  readonly stored: StoredCase
  readonly line: CaseSummary
}

/** What waits for the caller, by consequence. The plans of those that come first say whether it matters that they are late, which may turn red to amber. */
async function waitingOf(
  db: Database,
  context: RequestContext,
  { open, reading }: { readonly open: readonly StoredCase[]; readonly reading: Reading },
): Promise<{ readonly waiting: readonly Waiting[]; readonly reading: Reading }> {
  const owner = ownerOf(context.caller, reading)
  const waiting = inOrder(
    open.map((stored) => ({ stored, line: summaryOf(stored, reading) })),
    owner,
  )
  const late = new Set<string>()
  for (const { line } of waiting) {
    if (late.size >= plannedAtMost) break
    if (line.light.kind === 'overdue') late.add(line.project.id)
  }
  if (late.size === 0) return { waiting, reading }
  const planned = { ...reading, places: await placesOf(db, context, [...late]) }
  const again = waiting.map((one) =>
    late.has(one.line.project.id) ? { ...one, line: summaryOf(one.stored, planned) } : one,
  )
  return { waiting: inOrder(again, owner), reading: planned }
}

function inOrder(cases: readonly Waiting[], owner: InboxOwner): readonly Waiting[] {
  return cases.filter(({ line }) => waitsForMe(line, owner)).sort((a, b) => byConsequence(a.line, b.line))
}

function ownerOf(caller: Caller, { house }: Reading): InboxOwner {
  return {
    accountId: caller.accountId,
    oversees: caller.permissions.has('cases.oversee'),
    departmentId: house.own?.id ?? null,
  }
}

async function shownOf(
  db: Database,
  {
    waiting,
    reading,
    limit,
  }: { readonly waiting: readonly Waiting[]; readonly reading: Reading; readonly limit: number },
  { zoneId }: Scope,
): Promise<CaseSummary[]> {
  const shown = waiting.slice(0, limit).map(({ stored }) => stored)
  const named = { ...reading, ...(await namesOf(db, zoneId, shown)) }
  return shown.map((stored) => summaryOf(stored, named))
}

/** Where an applicant acts, or an agent for one, whoever handles the case. */
const applicantsTurn: readonly CaseState[] = ['correcting', 'accepted', 'suspended', 'resumed', 'passed_with_tolerance']

/**
 * Open cases that may wait for this caller: all for who oversees; of the others those that are theirs, nobody's, an absent colleague's
 * for whom they act, or that ask for the opinion of their department.
 */
async function openHeads(
  db: Database,
  scope: Scope,
  { caller, house: asked }: { readonly caller: Caller; readonly house: Promise<House> },
): Promise<Head[]> {
  const open = headsIn(db, scope).where('open', '=', true)
  const all = scope.enterpriseId !== undefined || caller.permissions.has('cases.oversee')
  const house = await asked
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
  const heads = await headsIn(db, scope).where('id', '=', anyOf(ids)).execute()
  const byId = new Map(heads.map((head) => [head.id, head]))
  const ordered = ids.flatMap((id) => byId.get(id) ?? [])
  return summaries(db, context, await storedOf(db, scope, ordered))
}
