import { expect, test } from 'vitest'
import { calls } from './match.ts'

const enterprises = { zh: '企业名录', en: 'Enterprises' }

test.each(['企业', 'qiye', 'qy', 'qyml', 'QiYe', 'enter', 'PRISES', ' 名录 ', ''])('"%s" calls 企业名录', (typed) =>
  expect(calls(typed, enterprises)).toBe(true),
)

test.each(['xm', '项目', 'plots'])('"%s" does not', (typed) => expect(calls(typed, enterprises)).toBe(false))
