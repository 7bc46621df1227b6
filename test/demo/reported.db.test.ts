import { describe, expect, it } from 'vitest'
import { inZone } from '../../src/platform/database.ts'
import { computeFigure, figuresOf } from '../../src/platform/figures/compute.ts'
import type { CountedRow } from '../../src/platform/module.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { withParts } from '../../src/platform/parts.ts'
import { registryOf } from '../../src/platform/records/registry.ts'
import { zoneRef } from '../support/accounts.ts'
import { demoNow, startDemo } from '../support/demo.ts'
import { actor } from '../support/zone-people.ts'
import reported from './reported-figures.json' with { type: 'json' }

const demo = startDemo()
const modules = withParts(await loadModules())
const sources = figuresOf(modules)
const kinds = registryOf(modules)

/** Reported figures that no module answers yet, as `zone key`. It may only grow shorter. */
const notYet: readonly string[] = []

const built = reported.figures.filter(({ zone, key }) => !notYet.includes(`${zone} ${key}`))

function sum(rows: readonly CountedRow[]): number {
  return rows.reduce((total, { value }) => total + Number(value), 0)
}

async function compute(zoneCode: string, key: string) {
  const zone = await zoneRef(demo().db, zoneCode)
  const source = sources.get(key)
  if (!source) throw new Error(`no module has the figure ${key}`)
  return inZone(demo().db, zone.id, (db) => computeFigure(db, source, { now: demoNow, zone, zoneId: zone.id }))
}

describe('what a zone reports', () => {
  it('is there to be asked for, and nothing stands in the table that is built', () => {
    expect(built.length).toBeGreaterThan(20)
    expect(notYet.filter((one) => sources.has(one.split(' ')[1] ?? ''))).toEqual([])
  })

  it.each(built.map((one) => [one.zone, one.key, one] as const))(
    'of %s: %s comes out of the records',
    async (zone, key, { value, op }) => {
      const { figure, rows } = await compute(zone, key)
      const number = Number(figure.value)
      expect(rows.length).toBeGreaterThan(0)
      if (op === 'ge') expect(number).toBeGreaterThanOrEqual(value)
      else expect(number).toBe(value)
      if (figure.op === 'sum' || figure.op === 'count') expect(sum(rows)).toBeCloseTo(number, 2)
      if (figure.op === 'share' || figure.op === 'average') expect(sum(rows) / rows.length).toBeCloseTo(number, 6)
    },
  )

  it.each(built.map((one) => [one.zone, one.key] as const))(
    'of %s: every row of %s is a record that opens, and marked as a sample',
    async (zone, key) => {
      const { figure, rows } = await compute(zone, key)
      const path = kinds.get(figure.kind)?.path
      const leader = await actor({ app: demo, now: () => demoNow, zone }, 'leader')
      for (const { id } of [rows[0], rows.at(Math.floor(rows.length / 2)), rows.at(-1)].filter(
        (row) => row !== undefined,
      )) {
        const { status, body } = await leader.get(`/${path}/${id}`)
        expect({ key, path, status, body }).toMatchObject({ status: 200, body: { id, sample: true } })
      }
    },
  )
})
