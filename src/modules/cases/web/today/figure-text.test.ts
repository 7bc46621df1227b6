import { expect, test } from 'vitest'
import { figureText } from './figure-text.ts'

const unit = { zh: '个', en: 'project' }

test('a share is told in per cent, money short, a count with its unit', () => {
  expect(figureText({ value: 0.9, op: 'share', unit }, 'zh')).toBe('90%')
  expect(figureText({ value: '890000000.00', op: 'sum', unit }, 'zh')).toBe('8.9 亿元')
  expect(figureText({ value: 7, op: 'count', unit }, 'en')).toBe('7 projects')
  expect(figureText({ value: 1, op: 'count', unit }, 'en')).toBe('1 project')
  expect(figureText({ value: 7, op: 'sum', unit: { zh: '亩', en: 'mu' } }, 'en')).toBe('7 mu')
})

test('nothing to count is told as nothing, never as zero', () => {
  expect(figureText({ value: null, op: 'average', unit }, 'zh')).toBe('—')
})
