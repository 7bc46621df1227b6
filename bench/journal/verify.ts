import { inZone, openDatabase } from '../../src/platform/database.ts'
import { newId } from '../../src/platform/ids.ts'
import { recordMany } from '../../src/platform/journal/record.ts'
import { sealZone } from '../../src/platform/journal/seal/seal-zone.ts'
import { publishKey } from '../../src/platform/journal/seal/signing-key.ts'
import { newPrivateKey, signerOf } from '../../src/platform/journal/seal/suite.ts'
import { verifyZone } from '../../src/platform/journal/verify/verify-zone.ts'
import type { Database, ZoneRef } from '../../src/platform/module.ts'
import { testContext } from '../../test/support/accounts.ts'
import { quantile } from '../harness.ts'
import { cpuOfPostgres } from '../world/meter.ts'
import { type World, withOwner } from '../world/postgres.ts'

const goal = 10_000
const rounds = 3
const atOnce = 10_000

/** Everything is recomputed from the events as they lie in the database: leaves, tiles, roots, signatures. */
export async function measureVerify(world: World, zone: ZoneRef, events: number): Promise<void> {
  const db = openDatabase({ url: world.appUrl, statementTimeoutMs: 600_000 })
  try {
    await fill(db, zone, events)
    // Autovacuum is off here.
    const analyse = () => withOwner(world.ownerUrl, (client) => client.query('analyze journal.events, journal.leaves'))
    await analyse()
    await sealWhole(db, zone)
    await analyse()
    const rates: number[] = []
    const costs: number[] = []
    for (let round = 0; round < rounds; round++) {
      const [own, database, began] = [process.cpuUsage(), cpuOfPostgres(world.postmaster), performance.now()]
      const found = await verifyZone(db, { zone, witnesses: [], dataFolder: undefined, now: new Date() })
      const wall = (performance.now() - began) / 1_000
      const { user, system } = process.cpuUsage(own)
      if (found.findings.length > 0) throw new Error(`findings: ${JSON.stringify(found.findings.slice(0, 3))}`)
      if (found.events < events) throw new Error(`only ${found.events} events were read`)
      rates.push(found.events / wall)
      costs.push((user + system + cpuOfPostgres(world.postmaster) - database) / found.events)
      process.stdout.write(
        `verified ${found.events} events, ${found.checkpoints} checkpoints in ${wall.toFixed(1)} s\n`,
      )
    }
    const [rate, cpu] = [quantile(rates, 0.5), quantile(costs, 0.5)]
    const text = `events verified a second: ${rate.toFixed(0)} of wall, ${(1e6 / cpu).toFixed(0)} of CPU (${cpu.toFixed(1)} µs each)`
    process.stdout.write(`${rate >= goal ? 'met   ' : 'MISSED'} ≥ ${goal} ${text}\n`)
  } finally {
    await db.destroy()
  }
}

async function fill(db: Database, zone: ZoneRef, events: number): Promise<void> {
  for (let done = 0; done < events; done += atOnce) {
    const now = new Date()
    const entries = Array.from({ length: Math.min(atOnce, events - done) }, (_, i) => ({
      ...{ subjectKind: 'cases.case', subjectId: newId(now), action: 'accept', note: `第 ${done + i} 件` },
      ...{
        before: { state: 'filed', handler: null },
        after: { state: 'accepted', acceptedOn: '2026-03-02', days: i % 20 },
      },
    }))
    await inZone(db, zone.id, (zoned) => recordMany(zoned, testContext(now, zone), entries))
  }
}

async function sealWhole(db: Database, zone: ZoneRef): Promise<void> {
  const signer = signerOf(newPrivateKey('sha256'))
  await publishKey(db, signer, new Date())
  const sealing = { zone, signer, now: new Date(), witness: async () => null, thorough: false }
  while (await sealZone(db, sealing));
}
