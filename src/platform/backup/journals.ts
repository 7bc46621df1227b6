import { sql } from 'kysely'
import { zoneDirectory } from '../access/zones.ts'
import { openDatabase } from '../database.ts'
import { readWitnesses, type Verified, verifyZone } from '../journal/verify/verify-zone.ts'
import { loadModules } from '../modules.ts'

/**
 * Verifies the journals of all zones of a database that nobody serves: `upTo` is its last moment. What was not sealed yet at that moment is
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
    const zones = await zoneDirectory(await loadModules()).list(db)
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
