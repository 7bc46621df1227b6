import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { ShippedThreshold } from '../contract/threshold.ts'
import { bindingThresholds } from './thresholds.ts'

const { thresholds } = z
  .object({ thresholds: z.array(ShippedThreshold) })
  .parse(JSON.parse(readFileSync('data/sites/thresholds.json', 'utf8')))
const binding = (industry: string | null, level = 'provincial', day = '2026-03-02') =>
  bindingThresholds(thresholds, { day, level, industry }).map(({ code, op, value }) => `${code} ${op} ${value}`)

it('the floor of the province follows the level of the zone', () => {
  expect(binding(null)).toEqual(['invest-intensity gte 200', 'tax-per-mu gte 15'])
  expect(binding(null, 'national')).toContain('invest-intensity gte 300')
})

it('what holds for some industries binds those alone, and nobody whose industry is not known', () => {
  expect(binding('C1523')).toContain('plot-ratio gte 1')
  expect(binding('C2614')).not.toContain('plot-ratio gte 1')
  expect(binding('C2614')).toContain('green-ratio lte 20')
  expect(binding('G59')).not.toContain('green-ratio lte 20')
})

it('the narrowest industry goes before the whole, the later before the earlier, and none before its day', () => {
  const [first] = thresholds
  if (!first) throw new Error('no thresholds')
  const own = { ...first, levels: [], industries: ['C15'], value: 260 }
  const later = { ...first, value: 220, validFrom: '2026-02-01' }
  const of = { day: '2026-03-02', level: 'provincial' }
  const value = (industry: string, day = of.day) =>
    bindingThresholds([first, own, later], { ...of, day, industry })[0]?.value
  expect(value('C1523')).toBe(260)
  expect(value('C2614')).toBe(220)
  expect(value('C2614', '2026-01-31')).toBe(200)
  expect(value('C2614', '2017-01-01')).toBeUndefined()
})
