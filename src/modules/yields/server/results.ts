import { newId } from '../../../platform/ids.ts'
import { actorOf, recordMany } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { Outcome } from '../domain/evaluate.ts'
import type { StoredRound } from './store.ts'

const atOnce = 500

interface NewResults {
  readonly round: StoredRound
  readonly edition: (outcome: Outcome) => number
  readonly outcomes: readonly Outcome[]
  readonly reason: string | null
}

/** Keeps results as they are published, each with its event. */
export async function insertResults(db: Database, context: RequestContext, { round, ...made }: NewResults) {
  const { now } = context
  const by = actorOf(context)
  for (let i = 0; i < made.outcomes.length; i += atOnce) {
    const rows = made.outcomes.slice(i, i + atOnce).map((one) => ({
      ...{ zone_id: round.zone_id, id: newId(now), version: 1, created_at: now, created_by: by, updated_at: now },
      ...{ updated_by: by, archived_at: null, sample: round.sample, round_id: round.id, enterprise_id: one.id },
      ...{ edition: made.edition(one), standing: one.standing, class_group: one.group, mu: one.mu },
      ...{ parts: JSON.stringify(one.parts), score: one.score, rank: one.rank, grade: one.grade },
      ...{ missing: [...one.missing], into_id: one.into, reason: made.reason },
    }))
    await db.insertInto('yields.results').values(rows).execute()
    await recordMany(
      db,
      context,
      rows.map(({ id, edition, standing, score, grade, enterprise_id }) => ({
        ...{ subjectKind: 'yields.result', subjectId: id, action: edition === 1 ? 'publish' : 'correct' },
        ...{ after: { enterprise_id, edition, standing, score, grade }, note: made.reason },
      })),
    )
  }
}
