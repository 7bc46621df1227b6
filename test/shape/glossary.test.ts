import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isTest, sourceFiles } from './source.ts'

const page = readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8')
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| 中文'))
  .map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  )
const never = rows.flatMap(([, english, , , words]) => codes(words).map((word) => ({ word, english })))
const files = sourceFiles('src/**/*.ts', 'src/**/*.tsx').filter(
  ({ path }) => !isTest(path) && !path.endsWith('.gen.ts'),
)

function codes(cell: string | undefined): string[] {
  return [...(cell ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] as string)
}

/** Names that a file gives to others, cut into their words: `findOwedPaper` → find, owed, paper. */
function wordsOfExports(text: string): string[] {
  const names = [...text.matchAll(/^export (?:async )?(?:const|function\*?|interface|type|class) (\w+)/gm)].map(
    (m) => m[1] as string,
  )
  return names.flatMap((name) => name.split(/(?=[A-Z])|_/).map((word) => word.toLowerCase()))
}

describe('the glossary', () => {
  test('one Chinese term has one English name, and the other way round', () => {
    expect(rows.length).toBeGreaterThan(40)
    for (const column of [0, 1]) {
      const terms = rows.map((row) => row[column])
      expect(terms.filter((term, i) => terms.indexOf(term) !== i)).toEqual([])
    }
  })

  test('every row names its term in code', () => {
    expect(rows.filter((row) => codes(row[2]).length === 0)).toEqual([])
  })

  test('no exported name uses a word that stands in for a term', () => {
    expect(never.length).toBeGreaterThan(10)
    const banned = new Map(never.map(({ word, english }) => [word.toLowerCase(), english]))
    const found = files.flatMap(({ path, text }) =>
      wordsOfExports(text)
        .filter((word) => banned.has(word))
        .map((word) => `${path}: ${word} (say ${banned.get(word)})`),
    )
    expect(found).toEqual([])
  })

  test('a planted stand-in is found', () => {
    expect(wordsOfExports('export function findTicket(): void {}')).toContain('ticket')
  })
})
