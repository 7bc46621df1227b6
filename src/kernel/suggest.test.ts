import fc from 'fast-check'
import { expect, it } from 'vitest'
import { closest } from './suggest.ts'

const known = ['landKind', 'landAreaHa', 'landPriceWan', 'radiation', 'a', 'b']

it.each([
  ['landKid', 'landKind'],
  ['lnadKind', 'landKind'],
  ['LANDKIND', 'landKind'],
  ['landAreaha', 'landAreaHa'],
  ['c', null],
  ['zebra', null],
  ['', null],
])('for %o the name meant is %o', (name, meant) => expect(closest(name, known)).toBe(meant))

it('finds a long name with any one letter dropped, doubled or changed', () => {
  const name = 'landPriceWan'
  fc.assert(
    fc.property(fc.nat(name.length - 1), fc.constantFrom('', 'x', name.charAt(3).repeat(2)), (at, instead) => {
      expect(closest(name.slice(0, at) + instead + name.slice(at + 1), known)).toBe(name)
    }),
  )
})

it('does not depend on the order of the names', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(known, { minLength: known.length }),
      fc.constantFrom('landAind', 'landKin'),
      (names, name) => {
        expect(closest(name, names)).toBe(closest(name, known))
      },
    ),
  )
})
