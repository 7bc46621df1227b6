import { expect, it } from 'vitest'
import type { BindingIndicator } from '../../../parcels/contract/indicator.ts'
import { offeredLines, readIndicators } from './indicator-lines.ts'

const tax: BindingIndicator = {
  ...{ code: 'tax-per-mu', state: 'exception', direction: 'gte', threshold: 6, unit: '万元/亩·年', phase: 'output' },
  ...{ owner: '税务', industry: null, validFrom: null, source: '纪要〔2026〕4号', reason: '补链' },
}

it('what binds the parcel is offered as lines, and an untouched line keeps its source', () => {
  const offered = offeredLines([
    tax,
    { ...tax, code: 'invest-intensity', state: 'unknown', threshold: null },
    { ...tax, code: 'env-standard', direction: 'eq', phase: 'acceptance' },
  ])
  expect([...offered.keys()]).toEqual(['亩均税收 ≥ 6 万元/亩·年 达产'])
  const { indicators, faults } = readIndicators('亩均税收 ≥ 6 万元/亩·年 达产\n容积率 ≥ 1 竣工\n随便', '甲-1', offered)
  expect(faults).toEqual(['随便'])
  expect(indicators).toMatchObject([
    { code: 'tax-per-mu', value: 6, phase: 'output', source: '纪要〔2026〕4号：补链' },
    { code: 'plot-ratio', value: 1, phase: 'completion', source: '出让公告 甲-1' },
  ])
})
