import fc from 'fast-check'
import type { Catalogue } from '../../src/modules/matters/contract/catalogue.ts'
import type { Changes } from '../../src/modules/plans/contract/request.ts'
import { halves } from './catalogues.ts'

/** Single changes on a catalogue: relaxed inputs (regional ones belong to standard land), promises of desks, late starts. */
export function changesOf(catalogue: Catalogue): fc.Arbitrary<Changes> {
  const codes = catalogue.matters.map((m) => m.code)
  const relaxable = catalogue.matters.flatMap((m) =>
    m.inputs.filter((i) => i.treatment !== 'regional').map((i) => `${m.code}/${i.ref}`),
  )
  return fc.record({
    relax: fc.subarray(relaxable),
    handling: fc.dictionary(fc.constantFrom(...codes), halves(12), { maxKeys: 2 }),
    slips: fc.dictionary(fc.constantFrom(...codes), halves(12), { maxKeys: 2 }),
  })
}
