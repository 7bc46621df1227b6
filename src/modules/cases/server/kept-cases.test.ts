import { expect, it } from 'vitest'
import { keepCases, keptCase } from './kept-cases.ts'
import type { StoredCase } from './rows.ts'

const one = (id: string) => ({ row: { id } }) as StoredCase
const kept = (...ids: string[]) => ids.map((id) => ({ stamp: '1', stored: one(id) }))

it('answers a case with the stamp that it had, in its zone, and not with another', () => {
  keepCases('a', kept('one'))
  expect(keptCase('a', 'one', '1')?.row.id).toBe('one')
  expect(keptCase('a', 'one', '2')).toBeUndefined()
  expect(keptCase('b', 'one', '1')).toBeUndefined()
  keepCases('a', [{ stamp: '2', stored: one('one') }])
  expect(keptCase('a', 'one', '1')).toBeUndefined()
  expect(keptCase('a', 'one', '2')?.row.id).toBe('one')
})

it('forgets the zones that were read longest ago, and keeps no more than it may', () => {
  keepCases('b', kept('1', '2', '3'), 10)
  keepCases('c', kept('1', '2', '3'), 10)
  keepCases('b', kept('1', '2', '3', '4'), 10)
  keepCases('d', kept('1', '2', '3'), 10)
  expect(keptCase('a', 'one', '2')).toBeUndefined()
  expect([keptCase('b', '4', '1'), keptCase('c', '1', '1'), keptCase('d', '1', '1')].map((it) => it?.row.id)).toEqual([
    '4',
    '1',
    '1',
  ])
  keepCases('e', kept('1'), 10)
  expect([keptCase('c', '1', '1'), keptCase('b', '1', '1'), keptCase('e', '1', '1')].map((it) => it?.row.id)).toEqual([
    undefined,
    '1',
    '1',
  ])
  keepCases('f', kept(...Array.from({ length: 11 }, (_, n) => String(n))), 10)
  expect([keptCase('b', '1', '1'), keptCase('f', '1', '1')]).toEqual([undefined, undefined])
  keepCases('a', kept('again'), 10)
  expect(keptCase('a', 'again', '1')?.row.id).toBe('again')
})

it('keeps a text that many cases have once, and ids as they are', () => {
  const far = (id: string, text: string) =>
    ({ row: { id, matter: text }, facts: { papers: [{ ref: text }], decided: new Date(0) } }) as unknown as StoredCase
  const [first, second] = [far('x', '示例'.repeat(20)), far('y', ['示例'.repeat(10), '示例'.repeat(10)].join(''))]
  keepCases(
    'g',
    [first, second].map((stored) => ({ stamp: '1', stored })),
  )
  expect(keptCase('g', 'y', '1')).toEqual(far('y', '示例'.repeat(20)))
  expect(keptCase('g', 'y', '1')?.facts).toMatchObject({ decided: new Date(0) })
})
