import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { testContext, zoneRef } from '../../../../test/support/accounts.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { inZone } from '../../database.ts'
import { newId } from '../../ids.ts'
import type { ZoneRef } from '../../module.ts'
import { loadModules } from '../../modules.ts'
import { record } from '../record.ts'
import { latestCheckpoint } from './checkpoints.ts'
import { startSealer } from './sealer.ts'
import { installationSigner, publishKey } from './signing-key.ts'
import { accessLog } from './source.ts'

const app = startTestApp()

function write(zone: ZoneRef): Promise<void> {
  const now = new Date()
  const told = { subjectKind: 'test.thing', subjectId: newId(now), action: 'touch' }
  return inZone(app().db, zone.id, (db) => record(db, testContext(now, zone), told))
}

async function sealedOf({ id }: ZoneRef): Promise<number> {
  return inZone(app().db, id, async (db) => Number((await latestCheckpoint(db, id))?.size ?? 0))
}

it('a zone into which events come without a pause keeps no other one waiting, nor the log of sign-ins', {
  timeout: 120_000,
}, async () => {
  const { db } = app()
  const dataFolder = mkdtempSync(join(tmpdir(), 'luodi-sealer-'))
  const signer = installationSigner(dataFolder, 'sha256')
  await publishKey(db, signer, new Date())
  const [busy, quiet] = [await zoneRef(db, 'linyi'), await zoneRef(db, 'jiexiu')]
  await app().post('/api/session', { login: 'nobody.here', password: 'wrong' })
  let going = true
  const writers = [busy, busy, busy, quiet].map(async (zone) => {
    while (going) {
      await write(zone)
      // Of both, since which comes first is not said; a batch never catches up with the busy one.
      if (zone === quiet) await sleep(50)
    }
  })
  const log = pino({ level: 'silent' })
  const sealer = startSealer({ db, modules: await loadModules(), log, now: () => new Date(), signer, dataFolder })
  try {
    for (const zone of [busy, quiet, accessLog]) {
      await expect.poll(() => sealedOf(zone), { timeout: 60_000, interval: 200 }).toBeGreaterThan(0)
    }
  } finally {
    going = false
    await Promise.all(writers)
    await sealer.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
})
