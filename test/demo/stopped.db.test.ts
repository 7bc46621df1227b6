import { sql } from 'kysely'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { isEmpty, seedFirstRun } from '../../src/cli/demo/first-run.ts'
import { inZone } from '../../src/platform/database.ts'
import type { Database, ModuleDefinition } from '../../src/platform/module.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { demoNow, seedDemo, startDemo } from '../support/demo.ts'

/** Two databases: one was seeded in one go, the other one is stopped again and again. */
const whole = startDemo()
const stopped = startDemo([])
const tables = [
  'organisation.people',
  'organisation.duties',
  'projects.projects',
  'cases.cases',
  'cases.actions',
  'journal.events',
  'demo.acts',
]

/** A whole zone is built in each of the two tests. */
const long = 600_000

class Killed extends Error {}

/** Lets so many acts be done and stops before the next one. */
function stopAfter(acts: number) {
  let done = 0
  return () => {
    if (done++ === acts) throw new Killed()
  }
}

async function counts(db: Database, zoneId: string): Promise<Record<string, number>> {
  return inZone(db, zoneId, async (zoned) => {
    const found: Record<string, number> = {}
    for (const table of tables) {
      const { rows } = await sql<{
        n: number
      }>`select count(*)::int as n from ${sql.table(table)} where zone_id = ${zoneId}`.execute(zoned)
      found[table] = rows[0]?.n ?? 0
    }
    return found
  })
}

function zoneId(zones: readonly { id: string; code: string }[]): string {
  const found = zones.find(({ code }) => code === 'shangdang')
  if (!found) throw new Error('no shangdang')
  return found.id
}

describe('a demo that was stopped between two acts', () => {
  it(
    'is ended by the next run, with the same records as one that was never stopped',
    async () => {
      const { db } = stopped()
      for (const acts of [0, 1, 12, 40, 95, 130]) {
        await expect(seedDemo(db, ['shangdang'], stopAfter(acts))).rejects.toBeInstanceOf(Killed)
      }
      expect((await seedDemo(db, ['shangdang'])).map(({ new: fresh }) => fresh)).toEqual([true])
      const expected = await counts(whole().db, zoneId(await whole().zones()))
      expect(expected['cases.cases']).toBeGreaterThan(3)
      expect(await counts(db, zoneId(await stopped().zones()))).toEqual(expected)
    },
    long,
  )

  it(
    'goes on at a start, which builds nothing else and nothing twice',
    async () => {
      const { db } = stopped()
      const modules: readonly ModuleDefinition[] = await loadModules()
      const moment = { now: demoNow, log: pino({ level: 'silent' }) }
      expect(await isEmpty({ db, modules })).toBe(false)
      expect(await seedFirstRun({ db, modules }, moment)).toBe(false)
      await expect(seedDemo(db, ['qixian'], stopAfter(30))).rejects.toBeInstanceOf(Killed)
      expect(await seedFirstRun({ db, modules }, { ...moment, now: new Date('2026-12-01T04:00:00Z') })).toBe(true)
      expect(await seedFirstRun({ db, modules }, moment)).toBe(false)
      const built = await db.selectFrom('access.accounts').select('login').where('login', 'like', 'officer@%').execute()
      expect(built.map(({ login }) => login).sort()).toEqual(['officer@qixian.demo', 'officer@shangdang.demo'])
    },
    long,
  )
})
