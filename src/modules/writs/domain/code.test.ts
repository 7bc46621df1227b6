import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseNumber } from './case-number.ts'
import { codeOf, printedCode, readCode } from './code.ts'
import { chineseDay, maskedName, numberWords, supplyWords } from './words.ts'

describe('a code', () => {
  it('is read however it is typed, and only when it can be one', () => {
    const bytes = fc
      .uint8Array({ minLength: 64, maxLength: 64 })
      .filter((all) => all.filter((b) => b < 240).length >= 12)
    fc.assert(
      fc.property(bytes, fc.constantFrom('linyi', 'xi-an'), (given, zone) => {
        const code = codeOf(given)
        const printed = printedCode(zone, code)
        for (const typed of [printed, printed.toLowerCase(), ` ${printed.replaceAll('-', '')} `]) {
          if (zone === 'linyi') expect(readCode(typed)).toEqual({ zone, code })
        }
        expect(readCode(printed)).toEqual({ zone, code })
      }),
    )
    expect(readCode('linyi.2222-3333-444')).toBeNull()
    expect(readCode('linyi.0000-1111-OOOO')).toBeNull()
    expect(readCode("' or 1=1")).toBeNull()
  })
})

describe('words of a writ', () => {
  it('writes days, numbers and names as offices do', () => {
    expect(chineseDay('2026-03-02')).toBe('2026年3月2日')
    expect(chineseDay(null)).toBeNull()
    expect(numberWords({ prefix: '临开审', series: '补', year: 2026, ordinal: 12 })).toBe('临开审补〔2026〕12号')
    expect(caseNumber('019aaaaa-0000-7000-8000-0123456789ab')).toBe('0123-4567-89AB')
    expect(supplyWords('workdays:3')).toBe('受理后3个工作日内')
    expect(maskedName('示例甲食品有限公司')).toBe('示例***有限公司')
    expect(maskedName('甲厂')).toBe('甲***')
  })
})
