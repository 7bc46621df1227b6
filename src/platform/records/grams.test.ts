import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasWanted } from '../../../test/support/wanted.ts'
import { gramsOf, gramsOfWords, hashText } from './search.ts'
import { tokensOf } from './sounds/tokens.ts'

const salt = 'zone kind'
const piece = fc.constantFrom(
  ...[...'临猗食品𠮷ab1 -有限公司责任'],
  '有限公司',
  '股份有限公司',
  '集团有限公司',
  '公司',
  '有限责任公司',
)
const line = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''))
const text = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))

/** What texts were entered under before 30 November 2026: entries of then are still found. */
function gramsBefore(whole: string): number[] {
  return whole.split('\n').flatMap((one) => {
    const signs = [...one]
    return signs.flatMap((sign, i) => {
      const next = signs[i + 1]
      return [hashText(sign, hashText(salt)), ...(next === undefined ? [] : [hashText(sign + next, hashText(salt))])]
    })
  })
}

describe('a text', () => {
  test('has what any word wants that stands in it, of one sign and of more', () => {
    fc.assert(
      fc.property(text, fc.nat(30), fc.integer({ min: 1, max: 6 }), (whole, from, length) => {
        const signs = [...(whole.split('\n')[from % whole.split('\n').length] ?? '')]
        const word = signs.slice(from % signs.length, (from % signs.length) + length).join('')
        const words = word.split(' ').filter((one) => one !== '')
        const wanted = gramsOfWords(words, salt)
        expect(hasWanted(gramsOf(whole, salt), wanted)).toBe(true)
        expect(hasWanted(gramsBefore(whole), wanted)).toBe(true)
      }),
      { numRuns: 3_000 },
    )
  })

  test('is not found by words that do not stand in it', () => {
    for (const word of ['品食', '猗公', '2', '1b', '团', '份有']) {
      expect(hasWanted(gramsOf('临猗食品有限公司\na1b', salt), gramsOfWords([word], salt))).toBe(word === '1b')
    }
  })

  test('of a company has one hash for its form, and a code one for each pair', () => {
    expect(gramsOf('临猗有限责任公司', salt)).toHaveLength(5)
    expect(gramsOf('91350100m000100y43', salt)).toHaveLength(
      new Set('91 13 35 50 01 10 00 0m m0 0y y4 43 3'.split(' ')).size,
    )
    expect(tokensOf(['lin', 'yi', 'you', 'xian', 'gong', 'si'], salt)).toHaveLength(7)
  })
})
