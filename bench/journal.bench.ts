import { openDatabase } from '../src/platform/database.ts'
import type { ZoneRef } from '../src/platform/module.ts'
import { zoneRef } from '../test/support/accounts.ts'
import { measureAdded } from './journal/added.ts'
import { measureSealing } from './journal/sealing.ts'
import { measureVerify } from './journal/verify.ts'
import { type World, withWorld } from './world/postgres.ts'

/**
 * R9: what an event adds to a write and whether it queues the writers of a zone; how long a committed event waits for its seal at 500
 * events a second; how fast a journal is verified. LUODI_SECONDS: how long events come (60), LUODI_EVENTS: how many are verified (200000),
 * LUODI_PARTS: which of added, sealing, verify.
 */
const parts = (process.env.LUODI_PARTS ?? 'added,sealing,verify').split(',')
const seconds = Number(process.env.LUODI_SECONDS ?? 60)
const events = Number(process.env.LUODI_EVENTS ?? 200_000)

await withWorld(async (world) => {
  const [linyi, jiexiu] = [await zoneOf(world, 'linyi'), await zoneOf(world, 'jiexiu')]
  if (parts.includes('added')) await measureAdded(world, linyi)
  if (parts.includes('sealing')) await measureSealing(world, { zones: [linyi, jiexiu], seconds, perSecond: 500 })
  if (parts.includes('verify')) await measureVerify(world, linyi, events)
})

async function zoneOf({ appUrl }: World, code: string): Promise<ZoneRef> {
  const db = openDatabase({ url: appUrl })
  try {
    return await zoneRef(db, code)
  } finally {
    await db.destroy()
  }
}
