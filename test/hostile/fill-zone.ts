import type { Logger } from 'pino'
import { loadDemo } from '../../src/cli/demo/data.ts'
import { demoZones, seed } from '../../src/cli/demo/seed.ts'
import type { Database, ModuleDefinition } from '../../src/platform/module.ts'

const on = '2026-11-23'

/** Fills the zone of Linyi as the demonstration has it. */
export async function fillZone({
  db,
  modules,
  log,
}: {
  db: Database
  modules: readonly ModuleDefinition[]
  log: Logger
}) {
  const zones = (await demoZones({ db, modules }, await loadDemo())).filter(({ code }) => code === 'linyi')
  await seed({ db, modules, log, on, now: new Date(`${on}T04:00:00Z`) }, zones)
}
