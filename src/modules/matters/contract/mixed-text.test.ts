import { describe, expect, it } from 'vitest'
import { labelOfMixed } from './mixed-text.ts'

describe('a text in two languages', () => {
  it.each([
    ['企业设立 company set-up', '企业设立', 'company set-up'],
    ['并行推进 in parallel (utilities, equipment)', '并行推进', 'in parallel (utilities, equipment)'],
    ['new company / 新设企业', '新设企业', 'new company'],
    ['EIA class = report / 报告书类', '报告书类', 'EIA class = report'],
  ])('%s is read as its two parts', (text, zh, en) => {
    expect(labelOfMixed(text)).toEqual({ zh, en })
  })

  it.each(['new company', '规划条件', '', '环评 EIA 报告书'])('"%s" stands for both languages', (text) => {
    expect(labelOfMixed(text)).toEqual({ zh: text, en: text })
  })
})
