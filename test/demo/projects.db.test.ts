import { beforeAll, describe, expect, it } from 'vitest'
import { inZone } from '../../src/platform/database.ts'
import { computeFigure, figuresOf } from '../../src/platform/figures/compute.ts'
import type { ZoneRef } from '../../src/platform/module.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { withParts } from '../../src/platform/parts.ts'
import { demoNow, startDemo } from '../support/demo.ts'

const demo = startDemo()
const sources = figuresOf(withParts(await loadModules()))
let zone: ZoneRef

beforeAll(async () => {
  const found = (await demo().zones()).find(({ code }) => code === 'jiexiu')
  if (!found) throw new Error('no jiexiu')
  zone = found
})

describe('the projects of a small zone', () => {
  it.each([
    ['projects.count', 38],
    ['projects.investment', 14_907_000_000],
    ['projects.industrial', 23],
    ['project.fengan.investment', 1_050_000_000],
    ['project.fengan.progress', 0.85],
    ['project.fengan.capacityNear', 6_000_000],
    ['project.fengan.capacityFar', 10_800_000],
    ['project.juxian.investment', 1_950_000_000],
    ['project.juxian.capacity', 100_000],
    ['project.juxian.lines', 3],
    ['project.juxian.highEndLine', 5_000],
  ] as const)('%s comes to %d, from rows that are there', async (key, value) => {
    const source = sources.get(key)
    if (!source) throw new Error(`no figure ${key}`)
    const given = { now: demoNow, zone, zoneId: zone.id }
    const { figure, rows } = await inZone(demo().db, zone.id, (db) => computeFigure(db, source, given))
    expect(Number(figure.value)).toBe(value)
    expect(rows.length).toBeGreaterThan(0)
  })
})
