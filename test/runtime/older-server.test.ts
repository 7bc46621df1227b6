import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
/** The oldest PostgreSQL that the program takes, as Debian 12 has it. */
const programs = process.env.LUODI_TEST_POSTGRES ?? '/usr/lib/postgresql/15/bin'
const version = '15'
const maxBuffer = 64 * 1024 * 1024

/** What a server's version could change: every migration, the walls, locks and sealing, generated statements of records and figures. */
const chosen = [
  'src/platform/migrate.db.test.ts',
  'src/platform/linter/lint.db.test.ts',
  'src/platform/database.db.test.ts',
  'src/platform/worker/worker.db.test.ts',
  'src/platform/journal/seal/seal.db.test.ts',
  'src/platform/records/records.db.test.ts',
  'test/access/row-security.db.test.ts',
  'src/modules/yields/server/yields.db.test.ts',
]

const there = existsSync(join(programs, 'initdb'))
const name = `on PostgreSQL ${version}: migrations, walls, linter, worker, sealing, records and figures`

/** The other server's tests in a Vitest of their own; the whole project: `LUODI_TEST_POSTGRES=… npm test -- --project database`. */
test.skipIf(!there)(
  there ? name : `${name} — skipped: ${programs} is not there (apt-get install postgresql-15)`,
  async () => {
    const { stdout: told } = await promisify(execFile)(join(programs, 'initdb'), ['--version'])
    expect(told).toContain(` ${version}.`)
    const folder = mkdtempSync(join(tmpdir(), 'luodi-older-'))
    const report = join(folder, 'report.json')
    const how = [
      '--maxWorkers=1',
      '--testTimeout=120000',
      '--hookTimeout=300000',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]
    const args = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'database', ...how, ...chosen]
    const env = {
      ...process.env,
      LUODI_TEST_POSTGRES: programs,
      LUODI_TEST_DATABASE_URL: '',
      LUODI_TEST_SERVER: '',
      VITEST: '',
    }
    // It ends with 1 when a test has failed: the report says which.
    await promisify(execFile)(process.execPath, args, { cwd: root, env, maxBuffer }).catch(() => undefined)
    const results = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number
      testResults: { name: string; status: string; message: string; assertionResults: Asserted[] }[]
    }
    rmSync(folder, { recursive: true })
    const failed = results.testResults.filter(({ status }) => status !== 'passed')
    expect(
      failed.map(({ name: file, message, assertionResults }) => ({
        file,
        message,
        failures: failures(assertionResults),
      })),
    ).toEqual([])
    expect(results.testResults).toHaveLength(chosen.length)
    expect(results.numPassedTests).toBeGreaterThan(chosen.length)
  },
  900_000,
)

interface Asserted {
  readonly fullName: string
  readonly status: string
  readonly failureMessages: readonly string[]
}

const failures = (tests: readonly Asserted[]) =>
  tests
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => [fullName, ...failureMessages])
