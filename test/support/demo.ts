import { pino } from 'pino'
import { beforeAll } from 'vitest'
import { loadDemo } from '../../src/cli/demo/data.ts'
import { demoZones, seed } from '../../src/cli/demo/seed.ts'
import { openDatabase } from '../../src/platform/database.ts'
import type { Database, ZoneRef } from '../../src/platform/module.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { filledDatabase } from '../setup/database.ts'
import { startTestApp, type TestApp, type TestAppOptions } from './server.ts'

/** A Monday with a loaded calendar. */
export const demoDay = '2026-11-23'
/** Noon of that day in China. */
export const demoNow = new Date(`${demoDay}T04:00:00Z`)

export interface DemoApp extends TestApp {
  readonly zones: () => Promise<readonly ZoneRef[]>
}

/**
 * The server on a database of this file at noon of the day of the demonstration: a copy of one with the whole demo, which is built once
 * in a run; or, for tests of the building itself, with only these zones, built for this file.
 */
export function startDemo(only?: readonly string[], options: TestAppOptions = {}): () => DemoApp {
  const app = startTestApp({ now: () => demoNow, ...options, ...(only === undefined && { database: wholeDemo }) })
  beforeAll(async () => {
    if (only !== undefined) await seedDemo(app().db, only)
  }, 600_000)
  return () => ({ ...app(), zones: async () => zonesOf(app().db) })
}

function wholeDemo() {
  return filledDatabase('demo', async ({ appUrl }) => {
    const db = openDatabase({ url: appUrl })
    try {
      await seedDemo(db)
    } finally {
      await db.destroy()
    }
  })
}

export async function seedDemo(db: Database, only?: readonly string[], before?: (key: string) => void) {
  const zones = (await zonesOf(db)).filter(({ code }) => only === undefined || only.includes(code))
  const log = pino({ level: 'silent' })
  const modules = await loadModules()
  return seed({ db, modules, log, on: demoDay, now: demoNow, ...(before && { before }) }, zones)
}

async function zonesOf(db: Database): Promise<readonly ZoneRef[]> {
  return demoZones({ db, modules: await loadModules() }, await loadDemo())
}
