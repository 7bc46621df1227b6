import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../src/platform/database.ts'
import { startSealer } from '../../src/platform/journal/seal/sealer.ts'
import { installationSigner, publishKey } from '../../src/platform/journal/seal/signing-key.ts'
import type { Log, ZoneRef } from '../../src/platform/module.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { quantile } from '../harness.ts'
import { type World, withOwner } from '../world/postgres.ts'
import { write } from './write.ts'

interface Coming {
  readonly zones: readonly ZoneRef[]
  readonly seconds: number
  readonly perSecond: number
}

interface Seal {
  readonly zone: string
  readonly size: number
  readonly at: number
}

const tickMs = 20
const goalSeconds = 5

/** A decision tells of one thing or of several: the case, its papers, its project. */
const eventsAWrite = 5
/** When the machine is slower than asked, fewer come: the rate that was reached is told. */
const mostInHand = 64

/** Events of writes come evenly over the zones; how long does each wait from its commit until its checkpoint is committed? */
export async function measureSealing(world: World, { zones, seconds, perSecond }: Coming): Promise<void> {
  const db = openDatabase({ url: world.appUrl, maxConnections: 16 })
  const dataFolder = mkdtempSync(join(tmpdir(), 'luodi-bench-seal-'))
  const signer = installationSigner(dataFolder, 'sha256')
  await publishKey(db, signer, new Date())
  const seals: Seal[] = []
  const faults: unknown[] = []
  const log: Log = {
    debug() {},
    info: (told: { zone: string; size: number }) => seals.push({ ...told, at: performance.now() }),
    warn: (told: unknown) => faults.push(told),
    error: (told: unknown) => faults.push(told),
  } as Log
  const modules = await loadModules()
  // As in the product: not from the pool of those who write.
  const sealing = openDatabase({ url: world.appUrl, maxConnections: 2 })
  const sealer = startSealer({ db: sealing, modules, log, now: () => new Date(), signer, dataFolder })
  const committed = new Map<string, number>()
  const began = performance.now()
  try {
    const writes: Promise<unknown>[] = []
    const rateOfWrites = perSecond / eventsAWrite
    let [sent, inHand] = [0, 0]
    while (performance.now() - began < seconds * 1_000) {
      const due = Math.min(seconds * rateOfWrites, Math.floor(((performance.now() - began) / 1_000) * rateOfWrites))
      for (; sent < due && inHand < mostInHand; sent++) {
        inHand++
        const zone = zones[sent % zones.length] as ZoneRef
        writes.push(
          write(db, zone, eventsAWrite).then((id) => {
            committed.set(id, performance.now())
            inHand--
          }),
        )
      }
      await new Promise((resolve) => setTimeout(resolve, tickMs))
    }
    await Promise.all(writes)
    const events = committed.size * eventsAWrite
    const rate = events / ((performance.now() - began) / 1_000)
    await new Promise((resolve) => setTimeout(resolve, 12_000))
    const waits = await waitsOf(world, { zones, seals, committed })
    tell({ waits, rate, seconds, seals: seals.length, faults: faults.length, unsealed: events - waits.length })
  } finally {
    await sealer.stop()
    await sealing.destroy()
    await db.destroy()
    await rm(dataFolder, { recursive: true, force: true })
  }
}

/** The subject of each event is what was written: its leaf's place says under which checkpoint it first stood. */
async function waitsOf(
  { ownerUrl }: World,
  {
    zones,
    seals,
    committed,
  }: { zones: readonly ZoneRef[]; seals: readonly Seal[]; committed: ReadonlyMap<string, number> },
): Promise<number[]> {
  return withOwner(ownerUrl, async (client) => {
    const waits: number[] = []
    for (const { id, code } of zones) {
      const own = seals.filter(({ zone }) => zone === code)
      const { rows } = await client.query<{ subject: string; seq: string }>(
        `select e.subject_id as subject, l.seq from journal.events e join journal.leaves l on l.zone_id = e.zone_id and l.id = e.id
         where e.zone_id = $1 order by l.seq`,
        [id],
      )
      let next = 0
      for (const { subject, seq } of rows) {
        const at = committed.get(subject)
        while (next < own.length && (own[next] as Seal).size <= Number(seq)) next++
        const seal = own[next]
        if (at !== undefined && seal !== undefined) waits.push((seal.at - at) / 1_000)
      }
    }
    return waits
  })
}

interface Told {
  readonly waits: readonly number[]
  readonly rate: number
  readonly seconds: number
  readonly seals: number
  readonly faults: number
  readonly unsealed: number
}

function tell({ waits, rate, seconds, seals, faults, unsealed }: Told): void {
  const at = (q: number) => quantile(waits, q).toFixed(2)
  const worst = Math.max(0, ...waits.filter((wait) => wait > goalSeconds - 1), quantile(waits, 1))
  const met = worst <= goalSeconds && unsealed === 0
  process.stdout.write(
    `R9: ${waits.length} events in ${seconds} s, ${rate.toFixed(0)} a second committed, ${seals} checkpoints, ${faults} faults\n` +
      `from commit to sealed: p50 ${at(0.5)} s, p99 ${at(0.99)} s, max ${worst.toFixed(2)} s, never sealed ${unsealed}\n` +
      `${met ? 'met   ' : 'MISSED'} sealed within ${goalSeconds} s\n`,
  )
}
