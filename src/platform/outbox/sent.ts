import type { Database } from '../module.ts'
import type {} from '../worker/table.ts'

/** Whether a message about this subject has been put out since a moment, delivered or not. Needs the zone's context. */
export async function wasSentSince(
  db: Database,
  zoneId: string,
  { subjectId, since }: { readonly subjectId: string; readonly since: Date },
): Promise<boolean> {
  const sent = await db
    .selectFrom('jobs.outbox')
    .select('id')
    .where('zone_id', '=', zoneId)
    .where('subject_id', '=', subjectId)
    .where('kind', 'like', 'send.%')
    .where('created_at', '>=', since)
    .executeTakeFirst()
  return sent !== undefined
}
