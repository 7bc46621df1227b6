import { setTimeout as sleep } from 'node:timers/promises'
import { sealZone } from '../../src/platform/journal/seal/seal-zone.ts'
import { withClient } from '../setup/client.ts'

const patienceMs = 40_000

/**
 * Waits until what is being written in the other databases of the tests' server at this moment has ended. Nothing is sealed beyond the oldest
 * transaction of a whole server, and other files' tests have theirs.
 */
async function otherWritersEnded(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const writing = async () => {
      const { rows } = await client.query<{ one: string }>(
        `select concat(pid, ' ', backend_xid) as one from pg_stat_activity
          where backend_xid is not null and datname is distinct from current_database()`,
      )
      return new Set(rows.map(({ one }) => one))
    }
    const deadline = Date.now() + patienceMs
    const then = await writing()
    for (let now = then; [...then].some((one) => now.has(one)) && Date.now() < deadline; now = await writing()) {
      await sleep(20)
    }
  })
}

/** `sealZone` once nothing of other files' tests stands in its way. */
export async function sealSettled(ownerUrl: string, ...sealing: Parameters<typeof sealZone>) {
  await otherWritersEnded(ownerUrl)
  return sealZone(...sealing)
}
