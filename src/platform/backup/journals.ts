import { sql } from 'kysely'
import { zoneDirectory } from '../access/zones.ts'
import { openDatabase } from '../database.ts'
import { accessLog } from '../journal/seal/source.ts'
import { readWitnesses, type Verified, verifyZone } from '../journal/verify/verify-zone.ts'
import type { Database, ZoneRef } from '../module.ts'
import { loadModules } from '../modules.ts'

/**
 * Verifies the journals of all zones and the log of sign-ins of a database that nobody serves: `upTo` is its last moment. What was not sealed yet at that moment is
 * sealed by the next start.
 */
export async function verifyJournals(ownerUrl: string, upTo: Date): Promise<readonly Verified[]> {
  const db = openDatabase({ url: ownerUrl, maxConnections: 2, statementTimeoutMs: 600_000 })
  try {
    // A backup of a release that sealed nothing yet, made before its upgrade: there is no seal to verify.
    const { rows } = await sql<{
      there: boolean
    }>`select to_regclass('journal.checkpoints') is not null as there`.execute(db)
    if (!rows[0]?.there) return []
    const zones = [...(await zoneDirectory(await loadModules()).list(db)), ...(await accessLogOf(db))]
    const witnesses = await readWitnesses(db, zones)
    const found: Verified[] = []
    for (const zone of zones) {
      const verified = await verifyZone(db, { zone, witnesses, dataFolder: undefined, now: upTo })
      if (verified.events > 0 || verified.waiting > 0 || verified.findings.length > 0) found.push(verified)
    }
    return found
  } finally {
    await db.destroy()
  }
}

/** None in a backup of a release that did not seal the log of sign-ins. */
async function accessLogOf(db: Database): Promise<readonly ZoneRef[]> {
  const { rows } = await sql`select from information_schema.columns
    where table_schema = 'access' and table_name = 'events' and column_name = 'done_by'`.execute(db)
  return rows.length > 0 ? [accessLog] : []
}
