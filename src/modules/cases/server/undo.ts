import { type Selectable, sql } from 'kysely'
import type { InputOf, OutputOf } from '../../../kernel/endpoint.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import { wasRecordedSince } from '../../../platform/journal/since.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { wasSentSince } from '../../../platform/outbox/sent.ts'
import type { BulkRow, undoMany } from '../contract/bulk.ts'
import { foldActions } from '../domain/fold.ts'
import { undoStep } from '../domain/undo.ts'
import { rowsOf } from './bulk.ts'
import { actionOf } from './rows.ts'
import { rulesIn } from './rules.ts'
import { takeAction } from './step.ts'
import { listActions, lockCase, scopeOf } from './store.ts'
import type { ActionRow } from './table.ts'

/** Takes a bulk act of the caller back, case by case: what has left the house stays, and says why. */
export async function undoBatch(
  db: Database,
  context: RequestContext,
  { id: batch }: InputOf<typeof undoMany>,
): Promise<OutputOf<typeof undoMany>> {
  const steps = await stepsOf(db, context, batch)
  if (steps.length === 0) throw notFound()
  const undone: Pick<BulkRow, 'id' | 'refusal'>[] = []
  for (const step of steps) undone.push({ id: step.case_id, refusal: await undoOne(db, context, step) })
  return { rows: await rowsOf(db, context, undone) }
}

/** Only the own act: nobody undoes another's. */
function stepsOf(db: Database, { caller, zone }: RequestContext, batch: string): Promise<Selectable<ActionRow>[]> {
  return db
    .selectFrom('cases.actions')
    .selectAll()
    .where('zone_id', '=', zoneOf({ zone }).id)
    .where('actor_id', '=', caller.accountId)
    .where(sql<boolean>`detail -> 'more' ->> 'batch' = ${batch}`)
    .orderBy('case_id')
    .execute()
}

/** Null: it was undone. */
async function undoOne(
  db: Database,
  context: RequestContext,
  step: Selectable<ActionRow>,
): Promise<BulkRow['refusal']> {
  const zoneId = zoneOf(context).id
  const { now, caller } = context
  const stored = await lockCase(db, scopeOf(zoneId, caller), step.case_id)
  const actions = await listActions(db, zoneId, step.case_id)
  const before = foldActions(actions.filter(({ ordinal }) => ordinal < step.ordinal).map(actionOf))
  const today = legalDayOf(now)
  const { undoMinutes: minutes } = await rulesIn(db, zoneId, today)
  const { state, handler, office } = before ?? stored.facts
  try {
    const action = undoStep(stored.facts, {
      ...{ actor: { id: caller.accountId, name: caller.name }, now, today, minutes },
      ...{ step: actionOf(step), at: step.created_at, before: { state, handler, office } },
      last: actions.at(-1)?.ordinal === step.ordinal,
      left: await hasLeft(db, zoneId, step),
    })
    await takeAction(db, context, { stored, action, ordinal: actions.length + 1 })
    return null
  } catch (error) {
    if (error instanceof Problem && error.kind === 'rule_violated') return { ...error.text }
    throw error
  }
}

/** Whether a message has been put out since, or anything else was recorded of the case: a document, a file. */
async function hasLeft(db: Database, zoneId: string, step: Selectable<ActionRow>): Promise<boolean> {
  const asked = { subjectId: step.case_id, since: step.created_at }
  return (await wasSentSince(db, zoneId, asked)) || (await wasRecordedSince(db, zoneId, asked))
}
