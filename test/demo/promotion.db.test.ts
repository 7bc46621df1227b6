import { expect, it } from 'vitest'
import { inZone } from '../../src/platform/database.ts'
import { computeFigure, figuresOf } from '../../src/platform/figures/compute.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { withParts } from '../../src/platform/parts.ts'
import { demoNow, startDemo } from '../support/demo.ts'

const demo = startDemo()
const sources = figuresOf(withParts(await loadModules()))

async function figureNow(key: string) {
  const [zone] = (await demo().zones()).filter(({ code }) => code === 'shangdang')
  const source = sources.get(key)
  if (!zone || !source) throw new Error(`no figure ${key}`)
  const { figure } = await inZone(demo().db, zone.id, (db) =>
    computeFigure(db, source, { now: demoNow, zone, zoneId: zone.id }),
  )
  return Number(figure.value)
}

it("上党's promotion comes out of its records: a private fund of five hundred million, teams 1+1+N, signed and paid in", async () => {
  expect(await figureNow('funds.private')).toBe(500_000_000)
  expect(await figureNow('promotion.teams')).toBeGreaterThanOrEqual(2)
  const signed = await figureNow('promotion.signed.investment')
  expect(signed).toBeGreaterThan(0)
  expect(await figureNow('promotion.paidIn')).toBeLessThan(signed)
})
