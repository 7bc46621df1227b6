import { beforeAll, expect, it } from 'vitest'
import { inZone } from '../../src/platform/database.ts'
import { computeFigure, figuresOf } from '../../src/platform/figures/compute.ts'
import type { ZoneRef } from '../../src/platform/module.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { withParts } from '../../src/platform/parts.ts'
import { demoNow, startDemo } from '../support/demo.ts'

const demo = startDemo()
const sources = figuresOf(withParts(await loadModules()))
let zones: readonly ZoneRef[]

beforeAll(async () => {
  zones = await demo().zones()
})

async function figureOf(code: string, key: string) {
  const zone = zones.find((one) => one.code === code)
  const source = sources.get(key)
  if (!zone || !source) throw new Error(`${key} of ${code} is not there`)
  return inZone(demo().db, zone.id, (db) => computeFigure(db, source, { now: demoNow, zone, zoneId: zone.id }))
}

it.each([
  ['jiaocheng', 'enterprises.srdi', 17, 17],
  ['jiaocheng', 'enterprises.littleGiant', 6, 6],
  ['jiaocheng', 'enterprises.techCentres', 7, 7],
  ['jiexiu', 'enterprises.rankings', 4, 4],
  ['jiexiu', 'capacity.coke.changsheng', 1_800_000, 1],
  ['jiexiu', 'capacity.methanol.changsheng', 250_000, 1],
  ['jiexiu', 'capacity.coke.maosheng', 2_160_000, 1],
  ['jiexiu', 'carbon.avoided', 200_000, 1],
  ['shangdang', 'project.rishengda.capacity', 1_000, 1],
])('of %s: %s is %d, from %d rows that open', async (code, key, value, count) => {
  const { figure, rows } = await figureOf(code, key)
  expect([Number(figure.value), rows.length]).toEqual([value, count])
})

it('has an evaluation with grades, one final and one open to objection', async () => {
  const { rows } = await figureOf('jiaocheng', 'yields.gradeA')
  expect(rows.length).toBeGreaterThan(2)
  expect((await figureOf('jiaocheng', 'yields.gradeD')).rows.length).toBeGreaterThan(0)
})
