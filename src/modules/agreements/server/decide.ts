import { beginningOf, legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { publish } from '../../../platform/events/publish.ts'
import { attachFiles } from '../../../platform/files/store.ts'
import { actorOf, changesOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { agreementStateLabels } from '../contract/steps.ts'
import { type AgreementCommand, type AgreementFacts, decideAgreement, replaceAgreement } from '../domain/decide.ts'
import { agreementsOfZone, columnsOf, factsOf, lockAgreement, type StoredAgreement } from './store.ts'

type Command = AgreementCommand & { readonly id: string; readonly version: number }

/** One decision on an agreed plan: lock, compare the version, the pure rule, save, journal; the one that it replaces with it. */
export async function decideOn(db: Database, context: RequestContext, command: Command): Promise<StoredAgreement> {
  const { now, caller } = context
  const row = await lockAgreement(db, zoneOf(context).id, { caller, id: command.id })
  if (row.version !== command.version) throw changedMeanwhile(row)
  const given = { today: legalDayOf(now), now: now.toISOString(), caller }
  const after = decideAgreement(factsOf(row), command, given)
  if (after.inForceOn !== null) await replaceFormer(db, context, { row, on: after.inForceOn })
  const subject = { subjectKind: 'agreements.agreement', subjectId: row.id }
  const fileId = command.fileId ?? null
  if (fileId !== null) await attachFiles(db, context, { ids: [fileId], subject })
  return save(db, context, { row, after, action: command.verb, on: dayOf(command, after, given.today) })
}

/** The legal day of the step. */
function dayOf({ happenedOn }: Command, { closedOn }: AgreementFacts, today: string): string {
  return happenedOn ?? closedOn ?? today
}

/** A later agreed plan in force replaces the one before; both keep. */
async function replaceFormer(
  db: Database,
  context: RequestContext,
  { row, on }: { readonly row: StoredAgreement; readonly on: string },
): Promise<void> {
  const former = await agreementsOfZone(db, row.zone_id)
    .where('project_id', '=', row.project_id)
    .where('state', '=', 'in_force')
    .forUpdate()
    .executeTakeFirst()
  if (!former) return
  await save(db, context, { row: former, after: replaceAgreement(factsOf(former), on), action: 'replace', on })
}

interface Saving {
  readonly row: StoredAgreement
  readonly after: AgreementFacts
  readonly action: string
  readonly on: string
}

async function save(db: Database, context: RequestContext, { row, after, action, on }: Saving) {
  const { now, caller } = context
  const saved = await db
    .updateTable('agreements.agreements')
    .set({
      ...{ ...columnsOf(after), version: row.version + 1 },
      ...{ updated_at: now, updated_by: actorOf(context), last_by: caller.name },
    })
    .where('zone_id', '=', row.zone_id)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const subject = { subjectKind: 'agreements.agreement', subjectId: row.id }
  await record(db, context, {
    ...{ ...subject, threadId: row.project_id, action, note: after.reason },
    ...changesOf({ ...factsOf(row) }, { ...after }),
    ...(on !== legalDayOf(now) && { happenedAt: beginningOf(on) }),
  })
  await tell(db, context, saved)
  return saved
}

export async function tell(db: Database, context: RequestContext, row: StoredAgreement): Promise<void> {
  await publish(db, context, {
    ...{ topic: 'agreements.changed', subjectKind: 'agreements.agreement', subjectId: row.id },
    payload: { projectId: row.project_id, state: row.state },
    audience: { enterpriseId: row.enterprise_id },
  })
}

function changedMeanwhile(row: StoredAgreement): Problem {
  const state = agreementStateLabels[row.state]
  return new Problem(
    'conflict',
    'agreements.changed_meanwhile',
    {
      zh: `${row.last_by} 刚办过这份约定方案，现为“${state.zh}”；请刷新后再办。`,
      en: `${row.last_by} was first, the agreed plan is now "${state.en}": reload before you go on.`,
    },
    { by: row.last_by, at: row.updated_at.toISOString(), version: row.version },
  )
}
