import { z } from 'zod'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { measureNames } from '../contract/measures.ts'
import { YieldSheet } from '../contract/sheet.ts'
import { correct, floorsOf } from '../domain/correct.ts'
import { type Averages, asOne, type Candidate, evaluate } from '../domain/evaluate.ts'
import { candidatesOf } from './candidates.ts'
import { insertResults } from './results.ts'
import { listResults, type StoredRound } from './store.ts'

const Points = z.partialRecord(z.enum(measureNames), z.number())
const Stored = z.object({ aboveScale: Points, small: Points })

interface Correction {
  readonly round: StoredRound
  readonly enterpriseId: string
  readonly reason: string
}

/** The next edition of one enterprise, and of the firms that are counted with it. */
export async function correctResult(
  db: Database,
  context: RequestContext,
  { round, enterpriseId, reason }: Correction,
) {
  const published = await listResults(db, round.zone_id, { roundId: round.id })
  const editions = new Map(published.map((row) => [row.enterprise_id, row.edition]))
  const sheet = YieldSheet.parse(round.sheet)
  const candidates = await candidatesOf(db, round.zone_id, { year: round.year, sheet, now: context.now })
  const averages: Averages = Stored.parse(round.averages)
  const own = evaluate(sheet, candidates).outcomes.find(({ id }) => id === enterpriseId)
  const leadId = own?.into ?? enterpriseId
  const firms = candidates.filter(({ id, into }) => id === leadId || into === leadId)
  const [lead] = firms.filter(({ id }) => id === leadId)
  if (!lead) return
  const counted = asOne(lead, firms)
  const first = published.filter(({ edition, into_id }) => edition === 1 && into_id === null)
  const floors = floorsOf(
    first
      .filter(({ class_group, standing }) => standing === 'graded' && class_group === groupOf(counted))
      .map(({ grade, score }) => ({ grade, score: score === null ? null : Number(score) })),
  )
  const outcome = correct({ sheet, averages, floors }, counted)
  await insertResults(db, context, {
    ...{ round, reason },
    outcomes: firms.map(({ id }) => ({ ...outcome, id, into: id === leadId ? null : leadId })),
    edition: ({ id }) => (editions.get(id) ?? 0) + 1,
  })
}

function groupOf({ aboveScale }: Candidate) {
  return aboveScale === null ? null : aboveScale ? 'aboveScale' : 'small'
}
