import { expect, it } from 'vitest'
import { organisationCodeFits } from './organisation-code.ts'
import { isUscc } from './uscc.ts'

it.each(['914403001922038216', '91330100799655058B', '9144030071526726XG', '91110000802100433B', '91350100M000100Y43'])(
  'the organisation code inside %s fits',
  (code) => expect(organisationCodeFits(code)).toBe(true),
)

it('one wrong sign of the eight is found', () => {
  const code = '91330100799655058B'
  for (let i = 8; i < 16; i++) {
    const next = (Number(code.charAt(i)) + 1) % 10
    const wrong = `${code.slice(0, i)}${next}${code.slice(i + 1)}`
    expect(organisationCodeFits(wrong)).toBe(false)
  }
})

it('a credit code may be right while the code inside is not', () => {
  expect(isUscc('913301007996550578')).toBe(true)
  expect(organisationCodeFits('913301007996550578')).toBe(false)
})
