import type { Selectable } from 'kysely'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { standingOf } from '../../credit/server/api.ts'
import type { CommitmentSample } from '../contract/samples.ts'
import { type Candidate, drawSample } from '../domain/sample.ts'
import type { SampleRow } from './table.ts'

/** What may be drawn: signed by an enterprise, its case decided, no check set for it. */
function candidatesIn(db: Database, zoneId: string) {
  return db
    .selectFrom('commitments.commitments')
    .select(['id', 'enterprise_id', 'project_id'])
    .where('zone_id', '=', zoneId)
    .where('state', '=', 'signed')
    .where('signer', '=', 'enterprise')
    .where('decided_on', 'is not', null)
    .where('check_how', 'is', null)
    .where('archived_at', 'is', null)
    .orderBy('id')
}

/** Draws at the rates that the credit of each enterprise asks for, and sets the check of each that was drawn. */
export async function draw(db: Database, context: RequestContext, days: number): Promise<CommitmentSample> {
  const zoneId = zoneOf(context).id
  const rows = await candidatesIn(db, zoneId).forUpdate().execute()
  if (rows.length === 0) throw nothingToDraw()
  const rates = new Map<string, number>()
  for (const enterpriseId of new Set(rows.map((row) => row.enterprise_id))) {
    rates.set(enterpriseId, (await standingOf(db, zoneId, { enterpriseId, now: context.now })).samplePercent)
  }
  const population = rows.map((row): Candidate => ({ id: row.id, percent: rates.get(row.enterprise_id) ?? 0 }))
  const id = newId(context.now)
  const seed = newId(context.now)
  const drawn = drawSample(population, seed)
  const sample = await db
    .insertInto('commitments.samples')
    .values({
      ...{ zone_id: zoneId, id, created_at: context.now, created_by: actorOf(context) },
      ...{ sample: context.sample ?? false, seed, days, drawn, drawn_by: context.caller.name },
      population: JSON.stringify(population),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(db, context, {
    ...{ subjectKind: 'commitments.sample', subjectId: id, action: 'draw' },
    after: { seed, days, population: population.length, drawn },
  })
  await setChecks(db, context, { sampleId: id, days, drawn })
  return viewOf(sample)
}

async function setChecks(
  db: Database,
  context: RequestContext,
  { sampleId, days, drawn }: { readonly sampleId: string; readonly days: number; readonly drawn: readonly string[] },
): Promise<void> {
  if (drawn.length === 0) return
  const set = { check_how: 'sample' as const, sample_id: sampleId, days, counts_from: legalDayOf(context.now) }
  const rows = await db
    .updateTable('commitments.commitments')
    .set((eb) => ({
      ...set,
      version: eb('version', '+', 1),
      updated_at: context.now,
      updated_by: actorOf(context),
    }))
    .where('zone_id', '=', zoneOf(context).id)
    .where('id', 'in', drawn)
    .returning(['id', 'project_id'])
    .execute()
  for (const { id, project_id } of rows) {
    await record(db, context, {
      ...{ subjectKind: 'commitments.commitment', subjectId: id, threadId: project_id, action: 'drawForCheck' },
      after: set,
    })
  }
}

export async function listSamples(db: Database, context: RequestContext) {
  const zoneId = zoneOf(context).id
  const rows = await db
    .selectFrom('commitments.samples')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  const waiting = await candidatesIn(db, zoneId).execute()
  return { samples: rows.map(viewOf), candidates: waiting.length }
}

function viewOf(row: Selectable<SampleRow>): CommitmentSample {
  return {
    id: row.id,
    drawnAt: row.created_at.toISOString(),
    drawnBy: row.drawn_by,
    seed: row.seed,
    days: row.days,
    population: row.population,
    drawn: row.drawn,
    sample: row.sample,
  }
}

function nothingToDraw(): Problem {
  return new Problem('rule_violated', 'commitments.nothing_to_draw', {
    zh: '没有可抽查的承诺：已签署、所依据的办件已办结、且尚未安排核查的承诺才会进入抽查。',
    en: 'There is nothing to draw: only signed commitments whose case is decided and whose check is not set are drawn.',
  })
}
