import { type Acting, actorOf, zoneOf } from '../journal/record.ts'
import type { Database } from '../module.ts'
import type {} from '../worker/table.ts'
import type { NewTimer } from './schedule.ts'

/** Takes back the open timers of one kind and subject, all but those with these keys; for a subject that has one at a time. */
export async function cancelOthers(
  db: Database,
  acting: Acting,
  { kind, subjectId, keep }: Pick<NewTimer, 'kind' | 'subjectId'> & { readonly keep: readonly string[] },
): Promise<void> {
  const { now } = acting
  await db
    .updateTable('jobs.timers')
    .set({ archived_at: now, updated_at: now, updated_by: actorOf(acting) })
    .where('zone_id', '=', zoneOf(acting).id)
    .where('subject_id', '=', subjectId)
    .where('kind', '=', kind)
    .where('key', 'not in', ['', ...keep])
    .where('done_at', 'is', null)
    .where('archived_at', 'is', null)
    .execute()
}
