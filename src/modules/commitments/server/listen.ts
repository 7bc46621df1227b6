import { z } from 'zod'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Listener } from '../../../platform/module.ts'
import type { StoredCommitment } from './store.ts'

const Told = z.object({ projectId: z.uuid(), matter: z.string(), state: z.string(), verb: z.string() })

/**
 * A case was decided: the commitments of its matter are what it rests on, and can be checked from now on. A decision that was revoked has
 * done what the breach proposed.
 */
export const hearCase: Listener = async (db, event, context) => {
  const told = Told.safeParse(event.payload)
  if (!told.success) return
  const { projectId, matter, state, verb } = told.data
  const passed = verb === 'decide' && (state === 'passed' || state === 'passed_with_tolerance')
  const change: Partial<StoredCommitment> | null = passed
    ? { case_id: event.subjectId, decided_on: legalDayOf(event.at) }
    : state === 'revoked'
      ? { proposal: 'revoked' }
      : null
  if (change === null) return
  const zoneId = zoneOf(context).id
  let update = db
    .updateTable('commitments.commitments')
    .set((eb) => ({
      ...change,
      version: eb('version', '+', 1),
      updated_at: context.now,
      updated_by: actorOf(context),
    }))
    .where('zone_id', '=', zoneId)
    .where('project_id', '=', projectId)
    .where('matter', '=', matter)
    .where('archived_at', 'is', null)
  update = passed
    ? update.where('state', '!=', 'drafted')
    : update.where('proposal', '=', 'open').where('case_id', '=', event.subjectId)
  for (const { id } of await update.returning('id').execute()) {
    const action = passed ? 'restOn' : 'revoked'
    await record(db, context, {
      ...{ subjectKind: 'commitments.commitment', subjectId: id, threadId: projectId, action },
      after: { ...change },
    })
  }
}
