import { expect, it } from 'vitest'
import { flawOf, rowsOf } from './proofs.ts'

const rows = rowsOf('docs/security/asvs.md').map(([number = '', level = '', , proof = '']) => ({
  number,
  level,
  proof,
}))

it('every row names a test that exists, a document that exists, or a reason', () => {
  expect(rows.flatMap(({ number, proof }) => (flawOf(proof) === null ? [] : [`${number}: ${flawOf(proof)}`]))).toEqual(
    [],
  )
  expect(rows.length).toBeGreaterThan(100)
  expect(rows.filter(({ proof }) => proof.startsWith('`')).length).toBeGreaterThan(90)
})

it('nothing of level 1 is open', () => {
  expect(rows.filter(({ level, proof }) => level === 'L1' && proof.startsWith('**open**'))).toEqual([])
})

it('a planted name is found missing', () => {
  expect(flawOf('`test/shape/asvs.test.ts`: “no such test”'.replace('no such', 'none such'))).toContain('has no')
  expect(flawOf('`test/shape/gone.test.ts`: “x”')).toBe('no test file test/shape/gone.test.ts')
  expect(flawOf('document: `docs/gone.md`')).toBe('no document docs/gone.md')
  expect(flawOf('surely')).toMatch(/^neither/)
})
