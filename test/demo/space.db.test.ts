import { expect, it } from 'vitest'
import { inZone } from '../../src/platform/database.ts'
import { computeFigure, figuresOf } from '../../src/platform/figures/compute.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { withParts } from '../../src/platform/parts.ts'
import { zoneRef } from '../support/accounts.ts'
import { demoNow, startDemo } from '../support/demo.ts'

const demo = startDemo()
const sources = figuresOf(withParts(await loadModules()))

async function compute(zoneCode: string, key: string) {
  const zone = await zoneRef(demo().db, zoneCode)
  const source = sources.get(key)
  if (!source) throw new Error(`no module has the figure ${key}`)
  return inZone(demo().db, zone.id, (db) => computeFigure(db, source, { now: demoNow, zone, zoneId: zone.id }))
}

it('counts the standard plants of several buildings, none of which takes up a rest', async () => {
  const { figure, rows } = await compute('shangdang', 'space.standardPlants')
  expect(Number(figure.value)).toBe(100_000)
  expect(rows.length).toBeGreaterThan(5)
  expect(Math.max(...rows.map((row) => Number(row.value)))).toBeLessThan(20_000)
})
