import type { Database } from '../module.ts'
import type {} from './table.ts'

/** Whether anything was recorded of this subject after a moment. Needs the zone's context. */
export async function wasRecordedSince(
  db: Database,
  zoneId: string,
  { subjectId, since }: { readonly subjectId: string; readonly since: Date },
): Promise<boolean> {
  const event = await db
    .selectFrom('journal.events')
    .select('id')
    .where('zone_id', '=', zoneId)
    .where('subject_id', '=', subjectId)
    .where('created_at', '>', since)
    .executeTakeFirst()
  return event !== undefined
}
