import { type Acting, zoneOf } from '../journal/record.ts'
import type { Database } from '../module.ts'
import type {} from '../worker/table.ts'
import { schedule } from './schedule.ts'

/**
 * Has every subject that has an open timer of a kind looked at now, when what the timers were reckoned by has changed. Each gets a timer of
 * its own beside the one that it has: that one's key may be the very one that the look sets next, and a timer that is done stays done.
 */
export async function lookAgain(
  db: Database,
  acting: Acting,
  { kind, because }: { readonly kind: string; readonly because: string },
): Promise<void> {
  const open = await db
    .selectFrom('jobs.timers')
    .select(['subject_kind', 'subject_id'])
    .distinct()
    .where('zone_id', '=', zoneOf(acting).id)
    .where('kind', '=', kind)
    .where('done_at', 'is', null)
    .where('dead_at', 'is', null)
    .where('archived_at', 'is', null)
    .execute()
  for (const { subject_kind: subjectKind, subject_id: subjectId } of open) {
    await schedule(db, acting, { kind, key: `${subjectId}:${because}`, subjectKind, subjectId, dueAt: acting.now })
  }
}
