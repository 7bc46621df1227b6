import { describe, expect, test } from 'vitest'
import { isTest, type SourceFile, sourceFiles } from './source.ts'

const all = sourceFiles(
  'src/**/*.ts',
  'src/**/*.tsx',
  'src/*.ts',
  'test/**/*.ts',
  'test/**/*.tsx',
  'bench/**/*.ts',
  'tooling/**/*.ts',
  'tooling/**/*.mjs',
)
const code = all.filter(({ path }) => !isTest(path) && !path.startsWith('test/') && !path.endsWith('.gen.ts'))
const tests = all.filter(({ path }) => isTest(path) || path.startsWith('test/'))

function lines({ text }: SourceFile): number {
  return text.split('\n').length - 1
}

describe('the size of rooms', () => {
  test('no file of the house is longer than 250 lines, no test longer than 400', () => {
    expect(code.filter((file) => lines(file) > 250).map(({ path }) => path)).toEqual([])
    expect(tests.filter((file) => lines(file) > 400).map(({ path }) => path)).toEqual([])
  })

  test('the median file has at most 60 lines and nine of ten at most 160', () => {
    const sorted = code
      .filter(({ path }) => path.startsWith('src/'))
      .map(lines)
      .sort((a, b) => a - b)
    expect(sorted.length).toBeGreaterThan(100)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(60)
    expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThanOrEqual(160)
  })
})

/** What a file may not contain, with an example that the rule must catch and one that it must not. */
const bans: readonly {
  readonly name: string
  readonly pattern: RegExp
  readonly caught: string
  readonly free: string
}[] = [
  {
    name: 'any',
    pattern: /(:\s*|\bas\s+|<)any\b(?! [a-z])/,
    caught: 'const a: any = 1',
    free: 'const many: Company = 1',
  },
  {
    name: 'silenced types',
    pattern: /@ts-(ignore|expect-error|nocheck)/,
    caught: '// @ts-ignore',
    free: '// tsc ignores',
  },
  { name: 'barrels', pattern: /^export \* /m, caught: "export * from './a.ts'", free: 'export const star = 2 * 3' },
  {
    name: 'decorators',
    pattern: /^\s*@[A-Z]\w*(\(|$)/m,
    caught: '@Injectable()',
    free: " * @throws Problem when it's late",
  },
  { name: 'loose ends', pattern: /\b(TODO|FIXME|HACK|XXX)\b/, caught: '// TODO later', free: 'const todos = 1' },
  {
    name: 'skipped tests',
    pattern: /\b(test|it|describe)\.(skip|only|todo|fails)\b/,
    caught: 'test.skip(',
    free: 'test.each(',
  },
  {
    name: 'session settings',
    pattern: /\bset\s+(?!local\b)luodi\./i,
    caught: "set luodi.zone_id = ''",
    free: "set local luodi.zone_id = ''",
  },
  // The function is `set local` when its last argument says so, in so many letters (ADR 41); every other call of it is a session's.
  {
    name: 'session settings by function',
    pattern: /set_config\s*\((?!'[\w.]+', (\$1|'on'), true\))/i,
    caught: "select set_config('luodi.zone_id', $1, false)",
    free: "select set_config('luodi.zone_id', $1, true)",
  },
]

describe('what no file contains', () => {
  test.each(bans)('$name', ({ pattern, caught, free }) => {
    expect(pattern.test(caught)).toBe(true)
    expect(pattern.test(free)).toBe(false)
    const ownRules = 'test/shape/'
    expect(
      all.filter(({ path, text }) => !path.startsWith(ownRules) && pattern.test(text)).map(({ path }) => path),
    ).toEqual([])
  })

  test('default exports stand only where a loader looks for them', () => {
    const allowed = /\/web\/routes\/|\/server\/index\.ts$|\.config\.ts$|\.gen\.ts$/
    const found = code.filter(({ text }) => /^export default /m.test(text)).map(({ path }) => path)
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter((path) => !allowed.test(path))).toEqual([])
  })

  test('a domain reads no clock, environment or randomness', () => {
    const outside = /\bDate\.now\(|new Date\(\)|\bprocess\.|Math\.random\(|performance\.now\(/
    const domains = code.filter(({ path }) => path.includes('/domain/') || path.startsWith('src/kernel/'))
    expect(domains.length).toBeGreaterThan(20)
    expect(domains.filter(({ text }) => outside.test(text)).map(({ path }) => path)).toEqual([])
  })
})
