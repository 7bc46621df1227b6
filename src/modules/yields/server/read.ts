import { z } from 'zod'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { knownEnterprises } from '../../enterprises/server/api.ts'
import { YieldSheet } from '../contract/sheet.ts'
import { YieldPart, type YieldReport, type YieldResult, type YieldRound } from '../contract.ts'
import { evaluate, type Outcome } from '../domain/evaluate.ts'
import { refusalOfConfirmation, refusalOfObjection } from '../domain/steps.ts'
import { candidatesOf } from './candidates.ts'
import { listObjections, listResults, onlyOf, roundsIn, type StoredResult, type StoredRound } from './store.ts'

const Parts = z.array(YieldPart)

export function roundView(row: StoredRound): YieldRound {
  return {
    id: row.id,
    version: row.version,
    year: row.year,
    sheet: YieldSheet.parse(row.sheet),
    state: row.state,
    publishedOn: row.published_on,
    objectUntil: row.object_until,
    finalOn: row.final_on,
    sample: row.sample,
  }
}

/** A result without the names, which are looked up for all at once. */
interface Nameless extends Omit<YieldResult, 'enterprise' | 'into'> {
  readonly enterpriseId: string
  readonly intoId: string | null
}

/** An evaluation as the caller may see it; a draft is computed from the data of this moment. */
export async function readRound(db: Database, context: RequestContext, id: string): Promise<YieldReport> {
  const zoneId = zoneOf(context).id
  const { caller, now } = context
  const row = await roundsIn(db, zoneId, caller).where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const only = onlyOf(caller)
  const today = legalDayOf(now)
  const round = roundView(row)
  const stored = await listResults(db, zoneId, { roundId: id, enterpriseId: only })
  const shown = row.state === 'draft' ? await drafted(db, context, round) : fromStored(stored, only === undefined)
  const objections = await listObjections(db, zoneId, { roundId: id, enterpriseId: only })
  const open = objections.filter(({ state }) => state === 'raised').length
  const facts = { state: row.state, objectUntil: row.object_until }
  const own = stored.some(({ enterprise_id }) => enterprise_id === caller.enterpriseId)
  const results = await named(db, zoneId, shown)
  const names = new Map(results.map(({ enterprise }) => [enterprise.id, enterprise.name]))
  return {
    round,
    results,
    objections: objections.map((one) => ({
      ...{ id: one.id, version: one.version, state: one.state, reason: one.reason, raisedOn: one.raised_on },
      ...{ decidedOn: one.decided_on, decision: one.decision },
      enterprise: { id: one.enterprise_id, name: names.get(one.enterprise_id) ?? '' },
    })),
    may: {
      publish: row.state === 'draft' && caller.permissions.has('yields.publish'),
      confirm: caller.permissions.has('yields.publish') && refusalOfConfirmation(facts, { today, open }) === null,
      object:
        caller.permissions.has('yields.object') &&
        refusalOfObjection(facts, { today, published: own, open: open > 0 }) === null,
      decide: row.state === 'published' && caller.permissions.has('yields.evaluate'),
    },
  }
}

/** The published grades of one enterprise, the latest year first, with every correction. */
export async function readGrades(db: Database, context: RequestContext, enterpriseId: string) {
  const zoneId = zoneOf(context).id
  const { caller } = context
  if (isOutsider(caller) && caller.enterpriseId !== enterpriseId) throw notFound()
  const stored = await listResults(db, zoneId, { enterpriseId })
  const rounds = await roundsIn(db, zoneId, caller).orderBy('year', 'desc').orderBy('id', 'desc').execute()
  const results = await named(db, zoneId, fromStored(stored, false))
  const byRound = Map.groupBy(
    stored.map((row, i) => ({ roundId: row.round_id, result: results[i] })),
    ({ roundId }) => roundId,
  )
  const grades = rounds.flatMap((row) => {
    const found = (byRound.get(row.id) ?? []).flatMap(({ result }) => result ?? [])
    return found.length === 0 ? [] : [{ round: roundView(row), results: found }]
  })
  return { grades }
}

async function drafted(db: Database, context: RequestContext, round: YieldRound): Promise<Nameless[]> {
  const { year, sheet } = round
  const candidates = await candidatesOf(db, zoneOf(context).id, { year, sheet, now: context.now })
  const { outcomes } = evaluate(sheet, candidates)
  return outcomes.map(({ id, into, parts, missing, ...rest }: Outcome) => ({
    ...{ ...rest, enterpriseId: id, intoId: into, edition: 0, reason: null, sample: round.sample },
    ...{ parts: [...parts], missing: [...missing] },
  }))
}

function fromStored(rows: readonly StoredResult[], latestOnly: boolean): Nameless[] {
  const latest = new Map(rows.map((row) => [row.enterprise_id, row.id]))
  return rows
    .filter(({ enterprise_id, id }) => !latestOnly || latest.get(enterprise_id) === id)
    .map((row) => ({
      ...{ enterpriseId: row.enterprise_id, intoId: row.into_id, edition: row.edition, standing: row.standing },
      ...{ group: row.class_group, mu: numberOf(row.mu), parts: Parts.parse(row.parts), score: numberOf(row.score) },
      ...{ rank: row.rank, grade: row.grade, missing: row.missing, reason: row.reason, sample: row.sample },
    }))
}

function numberOf(text: string | null): number | null {
  return text === null ? null : Number(text)
}

async function named(db: Database, zoneId: string, results: readonly Nameless[]): Promise<YieldResult[]> {
  const ids = results.flatMap(({ enterpriseId, intoId }) => (intoId === null ? [enterpriseId] : [enterpriseId, intoId]))
  const names = await knownEnterprises(db, zoneId, [...new Set(ids)])
  const nameOf = (id: string) => ({ id, name: names.get(id)?.name ?? '' })
  return results.map(({ enterpriseId, intoId, ...rest }) => ({
    ...rest,
    enterprise: nameOf(enterpriseId),
    into: intoId === null ? null : nameOf(intoId),
  }))
}
