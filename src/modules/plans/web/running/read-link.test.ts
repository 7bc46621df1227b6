import { expect, test } from 'vitest'
import type { FactDeclaration } from '../../../matters/contract/catalogue.ts'
import { writeAddress } from '../address.ts'
import { answersOfLink } from './read-link.ts'

const declarations = [
  { code: 'isFood', type: 'boolean', question_zh: '食品', question_en: 'food' },
  { code: 'landAreaHa', type: 'number', question_zh: '用地', question_en: 'land' },
] as unknown as readonly FactDeclaration[]

function linkTo(facts: Record<string, boolean | number | string | null>): string {
  const search = writeAddress({ start: '2026-03-02', facts, changes: { relax: [], handling: {}, slips: {} } })
  return `http://127.0.0.1:8080/plan?${new URLSearchParams(search)}`
}

test('a link of the guide gives its answers and its first day', () => {
  expect(answersOfLink(linkTo({ isFood: true, landAreaHa: 4.5 }), declarations)).toEqual({
    facts: { isFood: true, landAreaHa: 4.5 },
    start: '2026-03-02',
    refused: [],
  })
})

test('what was not known stays out, and what the catalogue does not ask is named', () => {
  const read = answersOfLink(linkTo({ isFood: true, landAreaHa: null, isOld: true }), declarations)
  expect(read?.facts).toEqual({ isFood: true })
  expect(read?.refused).toEqual(['isOld'])
})

test.each(['', 'food factory', 'http://127.0.0.1:8080/guide', 'http://127.0.0.1:8080/inbox?zone=linyi'])(
  '"%s" is no link with answers',
  (text) => expect(answersOfLink(text, declarations)).toBeNull(),
)
