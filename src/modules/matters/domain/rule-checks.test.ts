import { describe, expect, test } from 'vitest'
import type { Catalogue, MatterTest } from '../contract/catalogue.ts'
import { deadRules } from './dead-rules.ts'
import { checkOwnTests } from './own-tests.ts'

function catalogueOf(applies: string, tests?: MatterTest[]): Catalogue {
  const question = { question_zh: '？', question_en: '?' }
  return {
    ...{
      format: 'luodi-catalogue/1',
      title: 'small',
      asOf: 'today',
      confidence: {},
      stages: { S1: 'one' },
      materials: [],
    },
    facts: [
      { code: 'area', type: 'number', ...question },
      { code: 'new', type: 'boolean', ...question },
      {
        code: 'land',
        type: 'choice',
        ...question,
        options: [
          { value: 'a', label_zh: '甲' },
          { value: 'b', label_zh: '乙' },
        ],
      },
    ],
    matters: [
      {
        ...{
          code: 'm',
          name_zh: '事',
          name_en: 'matter',
          stage: 'S1',
          kind: '许可',
          initiator: 'enterprise',
          authority: '局',
        },
        ...{
          basis: [],
          applies,
          preparation: { normal: 0, fast: 0 },
          inputs: [],
          outputs: [],
          standardLand: { mode: 'none' },
        },
        handling: { statutory: { days: 1, unit: 'workday' }, committed: { days: 1, unit: 'workday' } },
        ...(tests && { tests }),
      },
    ],
  }
}

const codes = (applies: string) => deadRules(catalogueOf(applies)).map(({ code }) => code)

describe('dead rules', () => {
  test.each([
    ['area > 5 and area < 3', 'matters.never_applies'],
    ['land = "a" and land = "b"', 'matters.never_applies'],
    ['new = true or new = false', 'matters.always_applies'],
    ['not(land = "a" and land = "b")', 'matters.always_applies'],
  ])('%s is told as %s', (rule, code) => expect(codes(rule)).toEqual([code]))

  test.each(['area >= 5', 'area > 5 and area < 5.5', 'true', 'new = true and land = "b"', 'wrong ='])(
    '%s is none',
    (rule) => expect(codes(rule)).toEqual([]),
  )

  test('says how many trials there were, and whether they were all', () => {
    expect(deadRules(catalogueOf('new = true and new = false'))[0]?.en).toContain('in all 2 combinations')
  })
})

describe("a matter's own examples", () => {
  const rule = 'area >= 5'
  test('pass where the rule says so, unknown included', () => {
    const tests: MatterTest[] = [
      { name: 'big', facts: { area: 5 }, expect: 'met' },
      { name: 'small', facts: { area: 4 }, expect: 'not_met' },
      { name: 'not asked', facts: {}, expect: 'unknown' },
    ]
    expect(checkOwnTests(catalogueOf(rule, tests))).toEqual([])
  })

  test('fail with the matter, the example and both answers named; a fact that is none is an error too', () => {
    const wrong: MatterTest[] = [
      { name: 'small', facts: { area: 4 }, expect: 'met' },
      { name: 'odd', facts: { aera: 4 }, expect: 'met' },
    ]
    const found = checkOwnTests(catalogueOf(rule, wrong))
    expect(found.map(({ code, matter, field }) => [code, matter, field])).toEqual([
      ['matters.test_failed', 'm', 'tests[0]'],
      ['matters.bad_test', 'm', 'tests[1]'],
    ])
    expect(found[0]?.zh).toContain('“small”应为“要办”，按规则算出“不用办”')
  })
})
