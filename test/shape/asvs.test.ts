import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const rows = readFileSync(join(root, 'docs/security/asvs.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => {
    const [, number = '', level = '', , proof = ''] = line.split(' | ').join('|').split('|')
    return { number: number.trim(), level: level.trim(), proof: proof.trim() }
  })

/** Null when what is named is there. */
function flawOf(proof: string): string | null {
  const test = /^`([^`]+)`: “(.+)”$/.exec(proof)
  if (test) {
    const [, file = '', name = ''] = test
    if (!/\.test\.tsx?$/.test(file) || !existsSync(join(root, file))) return `no test file ${file}`
    return readFileSync(join(root, file), 'utf8').replaceAll("\\'", "'").includes(name)
      ? null
      : `${file} has no “${name}”`
  }
  const document = /^document: `([^`]+)`$/.exec(proof)
  if (document) return existsSync(join(root, document[1] ?? '')) ? null : `no document ${document[1]}`
  return /^(reason|\*\*open\*\*): .{20,}$/.test(proof) ? null : `neither test, document nor reason: ${proof}`
}

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
