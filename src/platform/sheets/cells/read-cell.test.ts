import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Field } from '../../../kernel/field.ts'
import { choice, choices, date, decimal, instant, integer, money, text, yesNo } from '../../../kernel/field.ts'
import { readCell } from './read-cell.ts'
import { sheetCell } from './show.ts'

const label = { zh: '项', en: 'Item' }
const options = { law: { zh: '法律', en: 'Law' }, tax: { zh: '税务、会计', en: 'Tax' } }
const day = date({ label, example: '2026-03-02' })
const moment = instant({ label, example: '2026-03-02T09:00:00+08:00' })
const sum = money({ label, example: '1.00' })
const whole = integer({ label, example: 1 })
const part = decimal({ label, example: 1 })
const word = text({ label, example: 'a' })
const flag = yesNo({ label, example: true })
const one = choice({ label, options, example: 'law' })
const many = choices({ label, options, example: ['law'] })

type Read = readonly [Field<unknown>, string | number | Date, unknown]

const taken: readonly Read[] = [
  [day, '2026-3-2', '2026-03-02'],
  [day, '2026/03/02', '2026-03-02'],
  [day, '2026.3.2', '2026-03-02'],
  [day, '2026年3月2日', '2026-03-02'],
  [day, '２０２６年３月２日', '2026-03-02'],
  [day, '20260302', '2026-03-02'],
  [day, 20260302, '2026-03-02'],
  [day, 46083, '2026-03-02'],
  [day, '46083', '2026-03-02'],
  [day, new Date('2026-03-02T00:00:00Z'), '2026-03-02'],
  [moment, '2026-03-02 9:05', '2026-03-02T09:05:00+08:00'],
  [moment, '2026年3月2日', '2026-03-02T00:00:00+08:00'],
  [moment, new Date('2026-03-02T09:00:00Z'), '2026-03-02T01:00:00.000Z'],
  [sum, '1,234,567.8', '1234567.80'],
  [sum, '￥1，234.50', '1234.50'],
  [sum, '1234元', '1234.00'],
  [sum, '1.2亿', '120000000.00'],
  [sum, '3,500.5 万元', '35005000.00'],
  [sum, 1234.5, '1234.50'],
  [sum, 0.1 + 0.2, '0.30'],
  [sum, '-0007', '-7.00'],
  [whole, '1,000', 1000],
  [part, 12.300000000000001, 12.3],
  [word, 13800000000, '13800000000'],
  [word, "'=1+1", '=1+1'],
  [flag, '是', true],
  [flag, 'NO', false],
  [one, '法律', 'law'],
  [one, 'LAW', 'law'],
  [one, '税务、会计', 'tax'],
  [many, '法律；税务、会计', ['law', 'tax']],
  [many, 'Law, tax', ['law', 'tax']],
]

const refused: readonly (readonly [Field<unknown>, string | number, RegExp])[] = [
  [day, '2026-02-30', /不是日期/],
  [day, '明天', /不是日期/],
  [moment, '2026-03-02 25:00', /不是时间/],
  [sum, '1,23', /不是金额/],
  [sum, '1.234', /超过两位/],
  [sum, '12千', /不是金额/],
  [whole, '1.5', /整数|int/],
  [part, 'abc', /不是数字/],
  [word, 9.135010000001e17, /末几位已经丢失/],
  [flag, '也许', /是 或 否/],
  [one, '文学', /可填：法律、税务、会计/],
]

describe('a cell as people fill it in', () => {
  it.each(taken)('%# is taken', (field, cell, value) => expect(readCell(field, cell)).toEqual({ value }))

  it.each(refused)('%# is refused with a reason', (field, cell, reason) => {
    expect(readCell(field, cell)).toEqual({ issue: { zh: expect.stringMatching(reason), en: expect.any(String) } })
  })

  it.each([day, moment, sum, whole, word, flag, one, many])('%#: nothing is no value', (field) => {
    expect([readCell(field, ''), readCell(field, '  '), readCell(field, null)]).toEqual(Array(3).fill({ value: null }))
  })

  it('what an export shows of a value reads back as it', () => {
    const cents = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })
    fc.assert(
      fc.property(cents, (amount) => {
        const sign = amount < 0n ? '-' : ''
        const digits = String(amount < 0n ? -amount : amount).padStart(3, '0')
        const value = `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`
        const cell = sheetCell(sum, value, { lang: 'zh' })
        const given = typeof cell === 'object' && cell !== null && 'yuan' in cell ? Number(cell.yuan) : (cell as string)
        const read = readCell(sum, given)
        expect('value' in read && Number(read.value)).toBe(Number(value))
      }),
    )
  })
})
