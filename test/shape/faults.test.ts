import { expect, it } from 'vitest'
import { flawOf, rowsOf } from './proofs.ts'

const rows = rowsOf('docs/reliability-faults.md').map(([number = '', fault = '', , , ...proofs]) => ({
  ...{ number, fault, proofs: proofs.join('|').split('<br>') },
}))

it('each of the twenty faults names tests that exist', () => {
  const flaws = rows.flatMap(({ number, proofs }) =>
    proofs.flatMap((proof) => (flawOf(proof.trim()) === null ? [] : [`${number}: ${flawOf(proof.trim())}`])),
  )
  expect(flaws).toEqual([])
  expect(rows.map(({ number }) => Number(number))).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
})

it('no fault is told without a test', () => {
  expect(rows.filter(({ proofs }) => !proofs.every((proof) => proof.trim().startsWith('`')))).toEqual([])
})
