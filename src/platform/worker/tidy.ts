import { inZone } from '../database.ts'
import type { Database, ZoneDirectory } from '../module.ts'

const keptMs = 7 * 24 * 3_600_000

/** Removes what left the outbox a week ago. Done timers stay: they are why a timer rings once. */
export async function tidyOutbox(db: Database, zones: ZoneDirectory, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptMs)
  for (const { id } of await zones.list(db)) {
    await inZone(db, id, (zoned) =>
      zoned
        .deleteFrom('jobs.outbox')
        .where('zone_id', '=', id)
        .where(({ or, eb }) => or([eb('done_at', '<', before), eb('archived_at', '<', before)]))
        .execute(),
    )
  }
}
