import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatArea, haFromSqm, muFromSqm, sqmFromHa, sqmFromMu } from './area.ts'

it.each([
  [666.67, '1.00', '0.0667'],
  [100_000, '150.00', '10.0000'],
  ['3', '0.00', '0.0003'],
  [3.34, '0.01', '0.0003'],
  [0, '0.00', '0.0000'],
])('%s m² are %s mu and %s ha', (sqm, mu, ha) => {
  expect(muFromSqm(sqm)).toBe(mu)
  expect(haFromSqm(sqm)).toBe(ha)
})

it('mu and hectares come back as they were', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000 }), (hundredths) => {
      const text = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
      expect(muFromSqm(sqmFromMu(text))).toBe(text)
      expect(haFromSqm(sqmFromHa(text))).toBe(`${text}00`)
    }),
  )
})

it('rounds as whole numbers do: half a hundredth of a mu goes up', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (sqm) => {
      const hundredths = (BigInt(sqm) * 15n + 50n) / 100n
      expect(Number(muFromSqm(sqm))).toBe(Number(hundredths) / 100)
    }),
  )
})

it('is shown in the unit that people speak of', () => {
  expect(formatArea(33333.5, 'zh')).toBe('50.00 亩（33333.5 m²）')
  expect(formatArea(33333.5, 'en')).toBe('3.3334 ha (33333.5 m²)')
})
