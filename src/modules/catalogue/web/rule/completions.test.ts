import { expect, test } from 'vitest'
import type { FactDeclaration } from '../../../matters/contract/catalogue.ts'
import { completionsAt } from './completions.ts'

const question = { question_zh: '用地面积', question_en: 'Land area' }
const facts: FactDeclaration[] = [
  { code: 'landAreaHa', type: 'number', ...question },
  {
    code: 'landKind',
    type: 'choice',
    question_zh: '用地方式',
    question_en: 'Land',
    options: [{ value: 'standard-land', label_zh: '标准地' }],
  },
  { code: 'newCompany', type: 'boolean', question_zh: '是否新设企业', question_en: 'New company' },
]
const texts = (rule: string) => completionsAt(rule, rule.length, facts).map(({ text }) => text)

test('facts by the begun word, those that begin with it first', () => {
  expect(texts('newCompany = true and land')).toEqual(['landAreaHa', 'landKind'])
  expect(texts('area')).toEqual(['landAreaHa'])
  expect(texts('landAreaHa >= 5 ')).toEqual([])
})

test('values of the fact that is compared, quotes included', () => {
  expect(texts('landKind = ')).toEqual(['"standard-land"'])
  expect(completionsAt('landKind = "sta', 15, facts)).toMatchObject([{ text: '"standard-land"', from: 11, to: 15 }])
  expect(texts('newCompany = ')).toEqual(['true', 'false'])
})
