import fc from 'fast-check'
import { pinyin } from 'pinyin-pro'
import { describe, expect, test } from 'vitest'
import { hasWanted } from '../../../../test/support/wanted.ts'
import { hashText } from '../search.ts'
import { soundLines, soundsOf, syllablePattern } from './sounds.ts'
import { cutsOf } from './syllables.ts'
import { initialsWanted, syllablesWanted, tokensOf } from './tokens.ts'

const salt = 'zone kind'

describe('how a name sounds', () => {
  test.each([
    ['临猗A1食品', ['lin', 'yi', 'a', '1', 'shi', 'pin']],
    ['长治、重庆（绿色）', ['chang', 'zhi', 'chong', 'qing', 'lv', 'se']],
    ['𠮷厂', ['chang']],
    ['', []],
  ])('%s', (name, sounds) => expect(soundsOf(name)).toEqual(sounds))

  test.each([
    '东川华德食品有限公司',
    '长安重庆银行股份有限公司',
    '石家庄南无泽盛有限责任公司',
    '朝阳柏信集团有限公司',
    '有限公司',
    'Ａ1重公司b',
  ])('%s sounds as the dictionary reads the whole', (name) => {
    const pieces = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'spaced', v: true })
    const sounds = pieces.map((piece) => piece.normalize('NFKC').toLowerCase())
    expect(soundsOf(name)).toEqual(sounds.filter((piece) => /^[a-z]+$|^\d$/.test(piece)))
  })

  test('is kept where no folded word meets it', () => {
    expect(soundLines(['hua', 'de'])).toBe("\nｈｄ\n'HUA'DE")
    expect(soundLines([])).toBe('')
  })
})

test('letters are cut into syllables in every way, the last may be unfinished', () => {
  expect(cutsOf('xianb')).toEqual([
    ['xian', 'b'],
    ['xi', 'an', 'b'],
  ])
  expect(cutsOf('huade')).toContainEqual(['hua', 'de'])
  expect(cutsOf('zzz')).toEqual([])
})

const names = [
  '东川华德食品有限公司',
  '西岭长安机械制造有限公司',
  '南湖A1新材料',
  '北原西安饭庄',
  '绿色恩施',
  '安泽隆盛装备集团',
]

/** What names were entered under before 30 November 2026: entries of then are still found. */
function tokensBefore(sounds: readonly string[]): number[] {
  const of = (what: string, text: string) => hashText(`${salt} ${what} ${text}`)
  return sounds.flatMap((piece, i) => {
    const [next, third] = [sounds[i + 1], sounds[i + 2]]
    if (next === undefined) return [of('s', piece)]
    const two = `${piece[0]}${next[0]}`
    const three = third === undefined ? [] : [of('i', two + third[0])]
    return [of('s', piece), of('p', `${piece} ${next}`), of('h', `${piece} ${next[0]}`), of('i', two), ...three]
  })
}

describe('a name that sounds like the letters', () => {
  test('has all that one way wants, from every syllable on, to every letter', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(20), fc.integer({ min: 1, max: 12 }), (name, start, length) => {
        const sounds = soundsOf(name)
        const from = start % sounds.length
        const letters = sounds.slice(from).join('').slice(0, length)
        const wanted = syllablesWanted(letters, salt)
        expect(wanted.some((way) => hasWanted(tokensOf(sounds, salt), way))).toBe(true)
        expect(wanted.some((way) => hasWanted(tokensBefore(sounds), way))).toBe(true)
        expect(soundLines(sounds)).toMatch(new RegExp(syllablePattern(letters)))
      }),
      { numRuns: 400 },
    )
  })

  test('has the initials that are wanted', () => {
    const sounds = soundsOf('东川华德食品')
    for (const letters of ['dc', 'sp', 'chd', 'hdsp', 'dchdsp']) {
      expect(hasWanted(tokensOf(sounds, salt), initialsWanted(letters, salt))).toBe(true)
    }
    expect(hasWanted(tokensOf(sounds, salt), initialsWanted('dcsp', salt))).toBe(false)
    expect(hasWanted(tokensOf(sounds, salt), initialsWanted('dp', salt))).toBe(false)
  })

  test('has every two and more of its initials, also where its form begins or is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(20), fc.integer({ min: 2, max: 8 }), (name, start, length) => {
        const sounds = soundsOf(name)
        const initials = sounds.map((piece) => piece[0]).join('')
        const letters = initials.slice(Math.min(start, initials.length - 2)).slice(0, length)
        expect(hasWanted(tokensOf(sounds, salt), initialsWanted(letters, salt))).toBe(true)
        expect(hasWanted(tokensBefore(sounds), initialsWanted(letters, salt))).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('of a middle letter does not begin there', () => {
    expect(soundLines(['hua', 'de'])).not.toMatch(new RegExp(syllablePattern('uade')))
  })
})
