import type { Insertable } from 'kysely'
import { listFilesOf } from '../../../platform/files/store.ts'
import { newId } from '../../../platform/ids.ts'
import { type Acting, actorOf } from '../../../platform/journal/record.ts'
import type { Database } from '../../../platform/module.ts'
import { later } from '../../../platform/wire/later.ts'
import type { Action, CaseFacts } from '../domain/facts.ts'
import { waitsForOf } from '../domain/light.ts'
import { waitingOf } from '../domain/review.ts'
import { newEntries } from './ledger.ts'
import { shelve } from './shelve.ts'
import type { ActionDetail, CaseRow } from './table.ts'

/** A case between two states, with the action that leads from one to the other. */
export interface Change {
  readonly zoneId: string
  readonly caseId: string
  /** Null: the case begins. */
  readonly before: CaseFacts | null
  readonly after: CaseFacts
  readonly action: Action
  /** Place of the action, from 1. */
  readonly ordinal: number
}

type Stamp = Acting

/** The columns of a case that its actions decide. */
export function columnsOf(facts: CaseFacts) {
  return {
    state: facts.state,
    open: waitsForOf(facts) !== 'nobody',
    handler_id: facts.handler?.id ?? null,
    handler_name: facts.handler?.name ?? null,
    received_on: facts.receivedOn,
    corrected_on: facts.correctedOn,
    accepted_on: facts.acceptedOn,
    deemed_accepted_on: facts.deemedAcceptedOn,
    decided_on: facts.decidedOn,
    issued_on: facts.issuedOn,
    last_on: facts.lastOn,
    office_id: facts.office?.id ?? null,
    office_name: facts.office?.name ?? null,
    extended_on: facts.extendedOn,
    reminded_on: facts.remindedOn,
    review: facts.review === null ? null : JSON.stringify(facts.review),
    asking: waitingOf(facts.review).map(({ departmentId }) => departmentId),
  } satisfies Partial<Insertable<CaseRow>>
}

export function stampOf(context: Stamp) {
  const by = actorOf(context)
  return { created_at: context.now, created_by: by, updated_at: context.now, updated_by: by, archived_at: null }
}

/** Action, new ledger entries and changed papers; the row of the case itself is its caller's. */
export async function saveChange(db: Database, context: Stamp, change: Change): Promise<void> {
  await insertAction(db, context, change)
  await attachPapers(db, context, change)
  await insertEntries(db, context, change)
  if (change.before === null) await insertPapers(db, context, change)
  else await updatePapers(db, context, change)
}

/** The files that this action brings hang on the case from now on: seen by whoever sees the case. */
async function attachPapers(db: Database, context: Stamp, { zoneId, caseId, before, after }: Change): Promise<void> {
  const subject = { subjectKind: 'cases.case', subjectId: caseId }
  if (after.papers.every(({ fileId }) => fileId === null)) return
  const known = new Set((await listFilesOf(db, zoneId, subject)).map(({ id }) => id))
  const papers = after.papers.flatMap(({ fileId, ...paper }) =>
    fileId === null || known.has(fileId) || before?.papers.some((had) => had.fileId === fileId)
      ? []
      : [{ ...paper, fileId }],
  )
  await shelve(db, context, { zoneId, caseId, papers })
}

async function insertAction(db: Database, context: Stamp, { zoneId, caseId, before, after, action, ordinal }: Change) {
  const { verb, on, actor, reason, ...detail } = action
  const inserting = db.insertInto('cases.actions').values({
    zone_id: zoneId,
    id: newId(context.now),
    created_at: context.now,
    created_by: actorOf(context),
    case_id: caseId,
    ordinal,
    verb,
    from_state: before?.state ?? null,
    to_state: after.state,
    happened_on: on,
    actor_id: actor.id,
    actor_name: actor.name,
    reason,
    detail: JSON.stringify(detail satisfies ActionDetail),
  })
  await later(db, inserting.compile())
}

async function insertEntries(db: Database, context: Stamp, { zoneId, caseId, before, after }: Change) {
  const entries = newEntries(before?.clocks ?? [], after.clocks)
  if (entries.length === 0) return
  const own = { zone_id: zoneId, case_id: caseId, created_at: context.now, created_by: actorOf(context) }
  const inserting = db
    .insertInto('cases.clock_entries')
    .values(entries.map((entry) => ({ ...own, id: newId(context.now), ...entry })))
  await later(db, inserting.compile())
}

async function insertPapers(db: Database, context: Stamp, { zoneId, caseId, after }: Change) {
  if (after.papers.length === 0) return
  const own = { zone_id: zoneId, case_id: caseId, version: 1, ...stampOf(context) }
  await db
    .insertInto('cases.papers')
    .values(
      after.papers.map((paper, i) => ({
        ...own,
        id: newId(context.now),
        ordinal: i + 1,
        ref: paper.ref,
        name_zh: paper.name.zh,
        name_en: paper.name.en,
        owner: paper.owner,
        treatment: paper.treatment,
        supply_by: paper.supplyBy,
        pre_review: paper.preReview,
        status: paper.status,
        file_id: paper.fileId,
        note: paper.note,
      })),
    )
    .execute()
}

async function updatePapers(db: Database, context: Stamp, { zoneId, caseId, before, after }: Change) {
  const changed = after.papers.filter((paper, i) => paper !== before?.papers[i])
  for (const { ref, status, fileId, note } of changed) {
    await db
      .updateTable('cases.papers')
      .set((eb) => ({
        status,
        file_id: fileId,
        note,
        version: eb('version', '+', 1),
        updated_at: context.now,
        updated_by: actorOf(context),
      }))
      .where('zone_id', '=', zoneId)
      .where('case_id', '=', caseId)
      .where('ref', '=', ref)
      .execute()
  }
}
