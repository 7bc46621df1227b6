import { describe, expect, test } from 'vitest'
import { decimal, instant, money, text } from './field.ts'

const label = { zh: '字段', en: 'Field' }

describe('a field', () => {
  test('of a moment takes ISO 8601 with its offset and nothing less', () => {
    const { schema } = instant({ label, example: '2026-03-02T09:00:00+08:00', required: true })
    expect(schema.safeParse('2026-03-02T09:00:00+08:00').success).toBe(true)
    expect(schema.safeParse('2026-03-02T01:00:00Z').success).toBe(true)
    for (const wrong of ['2026-03-02', '2026-03-02T09:00:00', '2026-02-30T09:00:00Z', 1_772_000_000_000, null]) {
      expect(schema.safeParse(wrong).success).toBe(false)
    }
  })

  test('takes null exactly when it is not required', () => {
    expect(instant({ label, example: '2026-03-02T01:00:00Z' }).schema.safeParse(null).success).toBe(true)
    expect(text({ label, example: '甲' }).schema.safeParse(null).success).toBe(true)
    expect(text({ label, example: '甲', required: true }).schema.safeParse(null).success).toBe(false)
    expect(text({ label, example: '甲', required: true }).schema.safeParse('  ').success).toBe(false)
  })

  test('of text is trimmed and composed, and refuses control characters', () => {
    const { schema } = text({ label, example: 'é', required: true })
    expect(schema.parse('  e\u0301 ')).toBe('é')
    expect(schema.safeParse('a\u0000b').success).toBe(false)
  })

  test('of money keeps to the fen, of decimals to its scale', () => {
    const yuan = money({ label, example: '1.00' }).schema
    expect(['0', '12.5', '-3.25'].every((value) => yuan.safeParse(value).success)).toBe(true)
    expect(['1.234', '1,000', '', 12].some((value) => yuan.safeParse(value).success)).toBe(false)
    const share = decimal({ label, example: 0.25, scale: 2 }).schema
    expect(share.safeParse(0.29).success).toBe(true)
    expect(share.safeParse(0.295).success).toBe(false)
  })
})
