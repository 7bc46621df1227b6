import { beforeAll, describe, expect, it } from 'vitest'
import { inZone } from '../../src/platform/database.ts'
import { computeFigure, figuresOf } from '../../src/platform/figures/compute.ts'
import type { ZoneRef } from '../../src/platform/module.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { demoNow, startDemo } from '../support/demo.ts'

const demo = startDemo()
const sources = figuresOf(await loadModules())

/** What these zones say of their permits in public. */
const told = [
  ['shangdang', 'permits.threePermits.workingDays', 'le', 3],
  ['shangdang', 'permits.landUse.sameDay', 'eq', 0],
  ['qixian', 'permits.preparation.saved', 'ge', 0.3],
] as const

const holds = {
  le: (value: number, bound: number) => value <= bound,
  eq: (value: number, bound: number) => value === bound,
  ge: (value: number, bound: number) => value >= bound,
}

describe('what the zones say of their permits', () => {
  let zones: readonly ZoneRef[] = []
  beforeAll(async () => {
    zones = await demo().zones()
  })

  async function compute(code: string, key: string) {
    const zone = zones.find((one) => one.code === code)
    const source = sources.get(key)
    if (!zone || !source) throw new Error(`no ${key} of ${code}`)
    const at = { now: demoNow, zone, zoneId: zone.id }
    return inZone(demo().db, zone.id, (db) => computeFigure(db, source, at))
  }

  it.each(told)('%s: %s comes out of decided cases, %s %d', async (code, key, op, bound) => {
    const { figure, rows } = await compute(code, key)
    expect(rows.length).toBeGreaterThanOrEqual(2)
    expect(holds[op](Number(figure.value), bound), String(figure.value)).toBe(true)
  })

  it('a zone without a baseline says nothing of a saving', async () => {
    const { figure, rows } = await compute('shangdang', 'permits.preparation.saved')
    expect([figure.value, rows.length]).toEqual([null, 0])
  })
})
