import { expect, it } from 'vitest'
import { isUscc } from './uscc.ts'

const codes = [
  '914403001922038216',
  '91330100799655058B',
  '9144030071526726XG',
  '91110000802100433B',
  '91350100M000100Y43',
]

it.each(codes)('%s is a unified social credit code', (code) => expect(isUscc(code)).toBe(true))

it('one wrong sign is always found, and so are two neighbours that changed places', () => {
  for (const code of codes) {
    for (let i = 0; i < 18; i++) {
      for (const sign of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
        if (sign !== code.charAt(i)) expect(isUscc(code.slice(0, i) + sign + code.slice(i + 1))).toBe(false)
      }
      const swapped = code.slice(0, i) + code.charAt(i + 1) + code.charAt(i) + code.slice(i + 2)
      if (swapped !== code) expect(isUscc(swapped)).toBe(false)
    }
  }
})

it.each(['', '91440300192203821', '9144030019220382160', '91330100799655058b', ' 914403001922038216'])(
  '%o is none',
  (code) => expect(isUscc(code)).toBe(false),
)
