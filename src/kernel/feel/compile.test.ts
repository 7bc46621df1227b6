import { describe, expect, it } from 'vitest'
import { Problem } from '../problem.ts'
import { compileExpression, type Facts, type FactTypes } from './compile.ts'

const types: FactTypes = new Map([
  ['newCompany', { type: 'boolean' }],
  ['landAreaHa', { type: 'number' }],
  ['earthworkM3', { type: 'number' }],
  ['landKind', { type: 'choice', options: ['standard-land', 'ordinary-transfer', 'lease-factory'] }],
])

const evaluate = (source: string, facts: Facts) => compileExpression(source, types, 'boolean').evaluate(facts)
const compute = (source: string, facts: Facts) => compileExpression(source, types, 'number').evaluate(facts)

function problemOf(source: string, expected: 'boolean' | 'number' = 'boolean'): Problem {
  try {
    compileExpression(source, types, expected)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error(`compiled: ${source}`)
}

describe('a rule with a missing fact', () => {
  it.each([
    ['newCompany', null],
    ['newCompany = true', null],
    ['not(newCompany)', null],
    ['landKind = "lease-factory"', null],
    ['landKind != "lease-factory"', null],
    ['not(landKind = "lease-factory")', null],
    ['landKind in ("standard-land", "lease-factory")', null],
    ['landAreaHa in [1..5)', null],
    ['landAreaHa in (< 1, > 5)', null],
    ['landAreaHa between 1 and 5', null],
    ['landAreaHa * 0 = 0', null],
    ['landAreaHa = landAreaHa', null],
    ['newCompany and false', false],
    ['false and newCompany', false],
    ['newCompany or true', true],
    ['newCompany and true', null],
    ['newCompany or false', null],
    ['if newCompany then true else true', null],
  ])('%s is %s', (source, value) => {
    expect(evaluate(source, {})).toBe(value)
    expect(evaluate(source, { newCompany: null, landAreaHa: null, landKind: null })).toBe(value)
  })

  it('has no amount', () => {
    expect(compute('landAreaHa * 10000 * 0.4', {})).toBeNull()
    expect(compute('if newCompany then 0 else landAreaHa', { newCompany: true })).toBe(0)
    expect(compute('min(3, landAreaHa)', {})).toBeNull()
  })

  it('names the missing facts of the undecided branches only', () => {
    const missing = (source: string, facts: Facts) => compileExpression(source, types, 'boolean').missing(facts)
    expect(missing('newCompany and landAreaHa > 5', {})).toEqual(['landAreaHa', 'newCompany'])
    expect(missing('newCompany and (landAreaHa > 5 or earthworkM3 > 1)', { landAreaHa: 1, newCompany: true })).toEqual([
      'earthworkM3',
    ])
    expect(missing('newCompany and landAreaHa > 5', { landAreaHa: 1 })).toEqual([])
    expect(missing('(if newCompany then landAreaHa else earthworkM3) > 5', { newCompany: false })).toEqual([
      'earthworkM3',
    ])
    expect(missing('(if newCompany then landAreaHa else earthworkM3) > 5', {})).toEqual(['newCompany'])
  })
})

describe('a rule with every fact present', () => {
  it.each([
    ['landAreaHa >= 0.5 or earthworkM3 >= 1000', { landAreaHa: 0.5, earthworkM3: 0 }, true],
    ['landAreaHa in ]1..5[', { landAreaHa: 5 }, false],
    ['landAreaHa in [5..1]', { landAreaHa: 3 }, true],
    ['landAreaHa in ([1..2], 7)', { landAreaHa: 7 }, true],
    ['landAreaHa in [1, 2, 3]', { landAreaHa: 2 }, true],
    ['landAreaHa in (>= 3)', { landAreaHa: 3 }, true],
    ['landKind in "lease-factory"', { landKind: 'lease-factory' }, true],
    ['earthworkM3 / landAreaHa > 3', { landAreaHa: 0, earthworkM3: 9 }, null],
  ] as const)('%s of %o is %s', (source, facts, value) => expect(evaluate(source, facts)).toBe(value))

  it.each([
    ['-landAreaHa ** 2', 9],
    ['2 ** 3 ** 2', 64],
    ['max(landAreaHa, 1) + abs(-2) + floor(2.7) + ceiling(0.1)', 8],
    ['landAreaHa / 0', null],
    ['10 ** 400', null],
    ['1 + // a remark\n 2', 3],
  ])('%s of 3 is %s', (source, value) => expect(compute(source, { landAreaHa: 3 })).toBe(value))
})

describe('conditions', () => {
  it('are shown one by one with the values read, a negation where it speaks for the rule', () => {
    const rule = compileExpression(
      'landAreaHa >= 5 and not(landKind = "lease-factory" or newCompany)',
      types,
      'boolean',
    )
    expect(rule.conditions({ landAreaHa: 6, landKind: 'lease-factory' })).toEqual([
      { text: 'landAreaHa >= 5', outcome: 'met', facts: [{ code: 'landAreaHa', value: 6 }] },
      {
        text: 'not(landKind = "lease-factory")',
        outcome: 'not_met',
        facts: [{ code: 'landKind', value: 'lease-factory' }],
      },
      { text: 'not(newCompany)', outcome: 'unknown', facts: [{ code: 'newCompany', value: null }] },
    ])
  })

  it('of an if are its condition and the branch taken, and numbers are none', () => {
    const amount = compileExpression('if newCompany then 0 else landAreaHa * 2', types, 'number')
    expect(amount.conditions({ newCompany: false, landAreaHa: 1 }).map((c) => c.text)).toEqual(['newCompany'])
    const rule = compileExpression('if newCompany then landAreaHa > 1 else landAreaHa > 2', types, 'boolean')
    expect(rule.conditions({ newCompany: false }).map((c) => c.text)).toEqual(['newCompany', 'landAreaHa > 2'])
    expect(rule.conditions({}).map((c) => c.text)).toEqual(['newCompany'])
    expect(compileExpression('true', types, 'boolean').conditions({})).toEqual([])
  })
})

it('reads and thresholds are known without evaluating', () => {
  const rule = compileExpression(
    'landAreaHa >= 5 or 0.5 > landAreaHa or earthworkM3 in ([1000..50000], -7)',
    types,
    'boolean',
  )
  expect(rule.reads).toEqual(['earthworkM3', 'landAreaHa'])
  expect([...rule.thresholds]).toEqual([
    ['landAreaHa', [0.5, 5]],
    ['earthworkM3', [-7, 1000, 50000]],
  ])
})

describe('a wrong rule is refused when compiled', () => {
  it.each([
    ['landAreaHa >', 'feel.syntax', 12],
    ['(landAreaHa > 1', 'feel.syntax', 15],
    ['landKid = "lease-factory"', 'feel.unknown_fact', 0],
    ['landKind = "lease-factry"', 'feel.not_an_option', 11],
    ['"x" = landKind', 'feel.not_an_option', 0],
    ['landKind in ("lease-factory", "y")', 'feel.not_an_option', 30],
    ['landKind = (if newCompany then "lease-factory" else "z")', 'feel.not_an_option', 12],
    ['newCompany = 1', 'feel.type_mismatch', 13],
    ['newCompany > false', 'feel.type_mismatch', 0],
    ['landAreaHa', 'feel.type_mismatch', 0],
    ['landAreaHa and true', 'feel.type_mismatch', 0],
    ['1 < landAreaHa < 3', 'feel.type_mismatch', 0],
    ['landAreaHa = "7"', 'feel.type_mismatch', 13],
    ['newCompany = null', 'feel.unsupported', 13],
    ['some x in [1] satisfies x > 0', 'feel.unsupported', 0],
    ['landAreaHa > 1e3', 'feel.unsupported', 13],
    ['newCompany.x', 'feel.unsupported', 0],
    ['sqrt(landAreaHa) > 1', 'feel.unsupported', 0],
    ['not(newCompany, true)', 'feel.unsupported', 0],
    ['landAreaHa in ([1, 2], 3)', 'feel.unsupported', 15],
    ['', 'feel.syntax', 0],
  ])('%s → %s', (source, code, from) => {
    const problem = problemOf(source)
    expect(problem.kind).toBe('invalid_input')
    expect(problem.code).toBe(code)
    expect(problem.details).toMatchObject({ source, from })
  })

  it('with the fact named and the one that was probably meant', () => {
    const problem = problemOf('landKid = "x"')
    expect(problem.details).toMatchObject({ fact: 'landKid', from: 0, to: 7 })
    expect(problem.text.zh).toContain('是否指“landKind”')
    expect(problem.text.en).toContain('did you mean "landKind"')
  })

  it('in time that does not explode with nesting', () => {
    const deep = `${'('.repeat(200)}newCompany${' in (true, false))'.repeat(200)}`
    expect(compileExpression(deep, types, 'boolean').evaluate({})).toBeNull()
    expect(problemOf(`newCompany${' or newCompany'.repeat(400)}`).code).toBe('feel.too_long')
  })
})
