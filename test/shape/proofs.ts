import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/** The cells of every row of a table in a document whose first cell begins with a number, or as is said. */
export function rowsOf(document: string, begins = /^\| \d/): readonly (readonly string[])[] {
  return readFileSync(join(root, document), 'utf8')
    .split('\n')
    .filter((line) => begins.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

/** Null when what is named is there: a test by file and name, a document, or a reason. */
export function flawOf(proof: string): string | null {
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
