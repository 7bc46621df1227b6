import fc from 'fast-check'
import type { Catalogue } from '../../src/modules/matters/contract/catalogue.ts'

/** The same catalogue with matters, their inputs and outputs, facts and papers in another order. */
export function shuffled(catalogue: Catalogue): fc.Arbitrary<Catalogue> {
  return fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })).map((stream) => {
    const mixed = <T>(rows: readonly T[]): T[] =>
      rows
        .map((row) => ({ row, at: stream.next().value ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map(({ row }) => row)
    return {
      ...catalogue,
      facts: mixed(catalogue.facts),
      materials: mixed(catalogue.materials),
      matters: mixed(catalogue.matters).map((m) => ({ ...m, inputs: mixed(m.inputs), outputs: mixed(m.outputs) })),
    }
  })
}
