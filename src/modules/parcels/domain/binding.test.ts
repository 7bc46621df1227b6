import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BindingAsked, bindingOn, type Threshold } from './binding.ts'

const row = (industry: string | null, threshold: number, more: Partial<Threshold> = {}): Threshold => ({
  ...{ code: 'invest-intensity', industry, threshold, direction: 'gte', unit: '万元/亩', phase: 'completion' },
  ...{ owner: '统计局', source: '指标表', validFrom: '2025-01-01', validUntil: null, ...more },
})
const table = [row(null, 200), row('C', 220), row('C14', 250), row('C143', 260, { validFrom: '2026-07-01' })]
const asked = (more: Partial<BindingAsked>): BindingAsked => ({
  ...{ thresholds: table, exceptions: [], industry: 'C1431', day: '2026-03-02', ...more },
})
const value = (more: Partial<BindingAsked>) => bindingOn(asked(more)).map(({ state, threshold }) => [state, threshold])

describe('the threshold that binds', () => {
  it.each<[string, Partial<BindingAsked>, unknown[]]>([
    ['is the most specific class', {}, [['binding', 250]]],
    ['of the day', { day: '2026-07-01' }, [['binding', 260]]],
    ['is the section when no class fits', { industry: 'C2614' }, [['binding', 220]]],
    ['is the general one elsewhere', { industry: 'F51' }, [['binding', 200]]],
    ['is unknown when the industry is', { industry: null }, [['unknown', null]]],
    [
      'is known without an industry when one holds for all',
      { industry: null, thresholds: [row(null, 200)] },
      [['binding', 200]],
    ],
    ['is nothing before the table', { day: '2024-01-01' }, []],
  ])('%s', (_, more, expected) => {
    expect(value(more)).toEqual(expected)
  })

  it('gives way to a decision of one case, from its day on', () => {
    const exceptions = [
      {
        code: 'invest-intensity' as const,
        threshold: 150,
        decidedOn: '2026-03-02',
        decidedBy: '主任办公会',
        document: '纪要',
        reason: '补链',
      },
    ]
    expect(value({ exceptions, day: '2026-03-01' })).toEqual([['binding', 250]])
    expect(bindingOn(asked({ exceptions, industry: null }))[0]).toMatchObject({
      state: 'exception',
      threshold: 150,
      reason: '补链（主任办公会）',
    })
  })

  it('does not depend on the order of the table', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(table, { minLength: table.length }), (thresholds) => {
        expect(value({ thresholds })).toEqual([['binding', 250]])
      }),
    )
  })
})
