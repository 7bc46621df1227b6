import { inZone } from '../database.ts'
import type { Database, ZoneDirectory } from '../module.ts'
import { forgetStrangers } from './event-keys.ts'
import { forgetMs } from './failures.ts'
import { idleMs } from './find-caller.ts'
import type {} from './identity/table.ts'

const answersKeptMs = 24 * 3_600_000

/**
 * Removes what has run out: sessions, sign-ins on their way, forgotten failures, answers to writes older than a day, where strangers came from. No
 * line of the security log ever goes: only keys do, and every proof holds. Safe at any time and on every node.
 */
export async function tidyAccess(db: Database, zones: ZoneDirectory, now: Date): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms)
  await db
    .deleteFrom('access.sessions')
    .where(({ or, eb }) => or([eb('expires_at', '<=', now), eb('seen_at', '<=', before(idleMs))]))
    .execute()
  await db.deleteFrom('access.failures').where('last_at', '<', before(forgetMs)).execute()
  await forgetStrangers(db, now)
  await db.deleteFrom('access.flows').where('expires_at', '<=', now).execute()
  await db.deleteFrom('access.heard_sign_outs').where('expires_at', '<=', now).execute()
  for (const { id } of await zones.list(db)) {
    await inZone(db, id, (zoned) =>
      zoned
        .deleteFrom('access.answers')
        .where('zone_id', '=', id)
        .where('created_at', '<', before(answersKeptMs))
        .execute(),
    )
  }
}
