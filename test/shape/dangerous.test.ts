import { expect, test } from 'vitest'
import { isTest, sourceFiles } from './source.ts'

const code = sourceFiles('src/*.ts', 'src/*.tsx', 'src/**/*.ts', 'src/**/*.tsx').filter(
  ({ path }) => !isTest(path) && !path.endsWith('.gen.ts'),
)

/** What turns a text into a program, a page or a command, with an example that is caught, one that is not, and the files that may. */
const doors: readonly (readonly [string, RegExp, string, string, readonly string[]])[] = [
  [
    'runs a text as a program',
    /(?<![.\w])eval\(|new Function\(|\bfrom 'node:vm'|set(?:Timeout|Interval)\(\s*['"`]/,
    "eval('1')",
    'retrieval(1)',
    [],
  ],
  [
    'makes HTML of a text in the browser',
    /[iI]nnerHTML|outerHTML|insertAdjacentHTML|document\.write|srcDoc|createContextualFragment|new DOMParser/,
    'dangerouslySetInnerHTML={{ __html: text }}',
    'node.textContent = text',
    [],
  ],
  [
    'hears messages of other windows',
    /addEventListener\(\s*['"]message['"]|\.onmessage\s*=/,
    "window.addEventListener('message', take)",
    "worker.on('message', take)",
    // Of the stream of its own server (EventSource), not of a window.
    ['src/web/kit/use-live.ts'],
  ],
  [
    'opens an answer to pages of other origins',
    /access-control-allow/i,
    "reply.header('Access-Control-Allow-Origin', '*')",
    "reply.header('allow', 'GET')",
    [],
  ],
  [
    'starts programs',
    /from 'node:child_process'/,
    "import { execFile } from 'node:child_process'",
    "import { join } from 'node:path'",
    [
      'src/platform/backup/sync.ts',
      'src/platform/documents/pdf.ts',
      'src/platform/postgres/cluster.ts',
      'src/platform/postgres/postmaster.ts',
      'src/platform/postgres/programs.ts',
    ],
  ],
  [
    'opens a log, which could tell values of rows',
    /(?<![.\w])pino\(/,
    "const log = pino({ level: 'info' })",
    'const log = openLog(level)',
    ['src/platform/log.ts'],
  ],
  [
    'makes hashes of passwords cheaper',
    /hashAtCost\(/,
    'hashAtCost({ N: 2, r: 8, p: 1 })',
    'hashPassword(password)',
    ['src/platform/access/passwords.ts'],
  ],
  [
    'gives a command to a shell',
    /shell:\s*true|\bexec(?:Sync)?\(\s*[`'"]/,
    "spawn('ls', { shell: true })",
    "execFile('ls', [path])",
    [],
  ],
]

test.each(doors)('nothing else %s', (_what, pattern, caught, free, may) => {
  expect(code.length).toBeGreaterThan(500)
  expect([pattern.test(caught), pattern.test(free)]).toEqual([true, false])
  expect(
    code
      .filter(({ text }) => pattern.test(text))
      .map(({ path }) => path)
      .sort(),
  ).toEqual(may)
})
