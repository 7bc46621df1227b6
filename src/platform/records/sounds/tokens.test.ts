import fc from 'fast-check'
import { pinyin } from 'pinyin-pro'
import { describe, expect, test } from 'vitest'
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

describe('a name that sounds like the letters', () => {
  test('has all that one way wants, from every syllable on, to every letter', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(20), fc.integer({ min: 1, max: 12 }), (name, start, length) => {
        const sounds = soundsOf(name)
        const from = start % sounds.length
        const letters = sounds.slice(from).join('').slice(0, length)
        const tokens = new Set(tokensOf(sounds, salt))
        const wanted = syllablesWanted(letters, salt)
        expect(wanted.some((way) => way.every((token) => tokens.has(token)))).toBe(true)
        expect(soundLines(sounds)).toMatch(new RegExp(syllablePattern(letters)))
      }),
      { numRuns: 400 },
    )
  })

  test('has the initials that are wanted', () => {
    const sounds = soundsOf('东川华德食品')
    const tokens = new Set(tokensOf(sounds, salt))
    for (const letters of ['dc', 'chd', 'hdsp', 'dchdsp']) {
      expect(initialsWanted(letters, salt).every((token) => tokens.has(token))).toBe(true)
    }
    expect(initialsWanted('dcsp', salt).every((token) => tokens.has(token))).toBe(false)
  })

  test('of a middle letter does not begin there', () => {
    expect(soundLines(['hua', 'de'])).not.toMatch(new RegExp(syllablePattern('uade')))
  })
})
