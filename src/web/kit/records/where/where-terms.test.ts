import { expect, test } from 'vitest'
import type { FieldView } from '../../../../kernel/kind-view.ts'
import { draftOf, leafOf, shownOpOf, shownOpsOf, whereTextOf } from './where-terms.ts'

test('conditions come back from the address as they went into it', () => {
  const text = '{"any":[["status","in","idle,closed"],{"all":[["name","contains","食品"],["scale","eq","large"]]}]}'
  expect(whereTextOf(draftOf(text))).toBe(text)
})

test('what has no value yet is not in force', () => {
  expect(
    whereTextOf({ joint: 'all', terms: [['status', 'eq', ''], { joint: 'any', leaves: [['a', 'eq', '']] }] }),
  ).toBe(undefined)
  expect(
    whereTextOf({
      joint: 'all',
      terms: [
        ['status', 'eq', ''],
        ['scale', 'eq', 'large'],
      ],
    }),
  ).toBe('{"all":[["scale","eq","large"]]}')
  expect(draftOf('nonsense')).toEqual({ joint: 'all', terms: [] })
})

test('filled in and not filled in are one way with two values', () => {
  const field = { name: 'scale', filters: ['eq', 'in', 'empty'] } as unknown as FieldView
  expect(shownOpsOf(field)).toEqual(['eq', 'in', 'empty', 'not', 'filled'])
  expect(leafOf('scale', 'filled')).toEqual(['scale', 'empty', 'false'])
  expect(shownOpOf(['scale', 'empty', 'false'])).toBe('filled')
  expect(shownOpOf(['scale', 'empty', 'true'])).toBe('empty')
})
