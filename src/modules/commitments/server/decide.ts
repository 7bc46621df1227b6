import { beginningOf, legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { publish } from '../../../platform/events/publish.ts'
import { attachFiles } from '../../../platform/files/store.ts'
import { actorOf, changesOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { commitmentStateLabels } from '../contract/steps.ts'
import { type CommitmentCommand, decideCommitment } from '../domain/decide.ts'
import { columnsOf, factsOf, lockCommitment, type StoredCommitment } from './store.ts'

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
  const after = decideCommitment(before, command, { today: legalDayOf(now), caller })
  const saved = await db
    .updateTable('commitments.commitments')
    .set({ ...columnsOf(after), version: row.version + 1, updated_at: now, updated_by: actorOf(context) })
    .where('zone_id', '=', zoneId)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const subject = { subjectKind: 'commitments.commitment', subjectId: row.id }
  if (command.verb === 'sign' && after.fileId !== null) await attachFiles(db, context, { ids: [after.fileId], subject })
  const on = after.lastOn ?? legalDayOf(now)
  await record(db, context, {
    ...subject,
    threadId: row.project_id,
    action: command.verb,
    ...changesOf({ ...before }, { ...after }),
    ...(on !== legalDayOf(now) && { happenedAt: beginningOf(on) }),
    note: after.reason,
  })
  const payload = { projectId: row.project_id, matter: row.matter, state: after.state }
  const audience = { enterpriseId: row.enterprise_id }
  await publish(db, context, { topic: 'commitments.changed', ...subject, payload, audience })
  return saved
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
