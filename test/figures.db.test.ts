import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { inZone } from '../src/platform/database.ts'
import { computeFigure, figuresOf } from '../src/platform/figures/compute.ts'
import type { CountedRow, Database, FigureSource, ModuleDefinition, ZoneRef } from '../src/platform/module.ts'
import { loadModules } from '../src/platform/modules.ts'
import { withParts } from '../src/platform/parts.ts'
import { registryOf } from '../src/platform/records/registry.ts'
import { demoDay, startDemo } from './support/demo.ts'

const demo = startDemo()
const now = new Date(`${demoDay}T04:00:00Z`)

/** Every figure of every module that there is and that will come. */
const modules: readonly ModuleDefinition[] = withParts(await loadModules())
const sources = [...figuresOf(modules).values()]
const tables = new Map([...registryOf(modules).values()].map(({ name, table }) => [name, table]))

function tableOf({ figure, kind, table }: FigureSource): string {
  const found = table ?? tables.get(kind)
  if (found) return found
  throw new Error(`the figure ${figure.key} counts ${kind}, which is no record kind, and names no table`)
}

function compute(db: Database, zone: ZoneRef, source: FigureSource) {
  return computeFigure(db, source, { now, zone, zoneId: zone.id })
}

/** The figure's number from these rows, by its definition and not by the program's code. */
function numberFrom({ figure: { op } }: FigureSource, rows: readonly CountedRow[]): number | null {
  const values = rows.map(({ value }) => Number(value))
  const sum = values.reduce((total, value) => total + value, 0)
  const positive = values.filter((value) => value > 0).length
  const sorted = [...values].sort((a, b) => a - b)
  const middle = [sorted[Math.ceil(sorted.length / 2) - 1] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0]
  if (op === 'count') return positive
  if (op === 'sum') return sum
  if (rows.length === 0) return null
  const ninth = sorted.find((value) => sorted.filter((other) => other <= value).length * 10 >= sorted.length * 9)
  const answers = {
    average: sum / rows.length,
    share: positive / rows.length,
    median: ((middle[0] ?? 0) + (middle[1] ?? 0)) / 2,
    p90: ninth ?? 0,
    latest: values.at(-1) ?? 0,
  }
  return answers[op]
}

function close(actual: number | string | null, expected: number | null): void {
  if (expected === null) expect(actual).toBeNull()
  else expect(Number(actual)).toBeCloseTo(expected, 2)
}

class Undone extends Error {}

/** Does something and takes it back. */
async function tried(zone: ZoneRef, work: (db: Database) => Promise<void>): Promise<void> {
  const undone = inZone(demo().db, zone.id, async (db) => {
    await work(db)
    throw new Undone()
  })
  await expect(undone).rejects.toThrow(Undone)
}

async function archive(db: Database, source: FigureSource, { zone, id }: { zone: ZoneRef; id: string }) {
  const table = sql.table(tableOf(source))
  const { rows } =
    await sql`update ${table} set archived_at = ${now} where zone_id = ${zone.id} and id = ${id} returning id`.execute(
      db,
    )
  expect(rows).toHaveLength(1)
}

/** Of a figure that is one row, the newest: without it the one before it counts, or none, and never the same. */
function expectTheOneBefore(before: readonly CountedRow[], after: readonly CountedRow[]): void {
  expect(before).toHaveLength(1)
  expect(after.length).toBeLessThanOrEqual(1)
  const [was, is] = [before[0], after[0]]
  if (was && is) expect(is.name < was.name, `${is.name} is not before ${was.name}`).toBe(true)
}

describe('a figure', () => {
  let zones: readonly ZoneRef[] = []
  beforeAll(async () => {
    zones = await demo().zones()
  })

  it('is there to be asked about', () => {
    expect(sources.length).toBeGreaterThan(10)
  })

  it.each(sources.map((source) => [source.figure.key, source] as const))(
    '%s: archiving one counted row takes away exactly that row, in every zone that has any',
    async (_key, source) => {
      let counted = 0
      for (const zone of zones) {
        const before = await inZone(demo().db, zone.id, (db) => compute(db, zone, source))
        close(before.figure.value, numberFrom(source, before.rows))
        expect(new Set(before.rows.map(({ id }) => id)).size).toBe(before.rows.length)
        counted += before.rows.length
        const [first, last] = [before.rows[0], before.rows.at(-1)]
        for (const gone of new Set([first, last])) {
          if (!gone) continue
          await tried(zone, async (db) => {
            await archive(db, source, { zone, id: gone.id })
            const after = await compute(db, zone, source)
            if (source.figure.op === 'latest') expectTheOneBefore(before.rows, after.rows)
            else expect(after.rows).toEqual(before.rows.filter(({ id }) => id !== gone.id))
            close(after.figure.value, numberFrom(source, after.rows))
          })
        }
      }
      expect(counted, `no demo zone has a row for ${source.figure.key}`).toBeGreaterThan(0)
    },
  )

  it.each([
    ['qixian', 'teams.industry', 7],
    ['shangdang', 'promotion.teams', 3],
    ['linyi', 'chains.key', 5],
    ['linyi', 'chains.leading', 3],
    ['jiexiu', 'projects.count', 38],
    ['linyi', 'projects.signed.count', 414],
  ] as const)('of %s: %s is %d', async (code, key, value) => {
    const zone = zones.find((one) => one.code === code)
    const source = sources.find(({ figure }) => figure.key === key)
    if (!zone || !source) throw new Error('not there')
    const { figure, rows } = await inZone(demo().db, zone.id, (db) => compute(db, zone, source))
    expect([figure.value, rows.length]).toEqual([value, value])
  })

  it.each([['linyi', 'projects.signed.investment', 23_768_000_000]] as const)(
    'of %s: %s comes to %d',
    async (code, key, value) => {
      const zone = zones.find((one) => one.code === code)
      const source = sources.find(({ figure }) => figure.key === key)
      if (!zone || !source) throw new Error('not there')
      const { figure } = await inZone(demo().db, zone.id, (db) => compute(db, zone, source))
      expect(Number(figure.value)).toBe(value)
    },
  )
})
