import { beginningOf, legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { attachFiles } from '../../../platform/files/store.ts'
import { actorOf, changesOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import { commitmentStateLabels } from '../contract/steps.ts'
import { type CommitmentCommand, decideCommitment } from '../domain/decide.ts'
import { refusalOfVerdict, valueMissing } from '../domain/refusals.ts'
import { verdictsFor } from './rules.ts'
import { columnsOf, factsOf, lockCommitment, type StoredCommitment } from './store.ts'
import { tell } from './tell.ts'
import { filledWords } from './words.ts'

/**
 * One decision on a commitment: lock, compare the version, the pure rule, save, journal; all in the transaction of the request.
 * Of two who decide at once one wins, and the other is told what it has become, and when.
 */
export async function decideOn(
  db: Database,
  context: RequestContext,
  command: CommitmentCommand & { readonly id: string; readonly version: number },
): Promise<StoredCommitment> {
  const { id: zoneId } = zoneOf(context)
  const { now, caller } = context
  const row = await lockCommitment(db, zoneId, { caller, id: command.id })
  if (row.version !== command.version) throw changedMeanwhile(row)
  const before = factsOf(row)
  const calendar = await zoneCalendar(db, zoneOf(context).code)
  const decided = row.case_id !== null
  const after = decideCommitment(before, command, { today: legalDayOf(now), calendar, decided, caller })
  const words = command.verb === 'sign' ? await wordsToSign(db, context, { row, signedOn: after.signedOn }) : {}
  const saved = await db
    .updateTable('commitments.commitments')
    .set({ ...columnsOf(after), ...words, version: row.version + 1, updated_at: now, updated_by: actorOf(context) })
    .where('zone_id', '=', zoneId)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const subject = { subjectKind: 'commitments.commitment', subjectId: row.id }
  const files = [
    ...(command.evidence ?? []),
    ...(command.verb === 'sign' && after.fileId !== null ? [after.fileId] : []),
  ]
  await attachFiles(db, context, { ids: files, subject })
  const on = after.lastOn ?? legalDayOf(now)
  await record(db, context, {
    ...subject,
    threadId: row.project_id,
    action: command.verb,
    ...changesOf({ ...before }, { ...after }),
    ...(on !== legalDayOf(now) && { happenedAt: beginningOf(on) }),
    note: after.reason,
  })
  await tell(db, context, { row: saved, verb: command.verb, on })
  return saved
}

/** What stands in the signed text: the values of the day. Refuses who may not commit, and a text that has not all its values. */
async function wordsToSign(
  db: Database,
  context: RequestContext,
  { row, signedOn }: { readonly row: StoredCommitment; readonly signedOn: string | null },
) {
  if (row.signer === 'enterprise') {
    const asked = { projectId: row.project_id, enterpriseId: row.enterprise_id, matters: [row.matter] }
    const verdicts = await verdictsFor(db, zoneOf(context), { ...asked, now: context.now })
    const refusal = refusalOfVerdict(verdicts.get(row.matter))
    if (refusal) throw refusal
  }
  const filled = await filledWords(db, row, signedOn ?? legalDayOf(context.now))
  if (filled === null) return {}
  if (filled.missing.length > 0) throw valueMissing(filled.missing)
  return { text_zh: filled.zh, text_en: filled.en }
}

function changedMeanwhile(row: StoredCommitment): Problem {
  const state = commitmentStateLabels[row.state]
  return new Problem(
    'conflict',
    'commitments.changed_meanwhile',
    {
      zh: `${row.last_by ?? ''} 已先把这份承诺办为“${state.zh}”；请刷新后再办。`,
      en: `${row.last_by ?? ''} was first, the commitment is now "${state.en}": reload before you go on.`,
    },
    { by: row.last_by, at: row.updated_at.toISOString(), version: row.version },
  )
}
