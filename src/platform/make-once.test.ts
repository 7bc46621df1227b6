import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const script = `import(process.argv[1]).then(({ keptText }) => process.stdout.write(keptText(process.argv[2], () => process.pid + ' '.repeat(200_000) + 'end')))`

it('of several that start at the same moment one makes the file, and all read the same whole text', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'luodi-once-'))
  const file = join(folder, 'below', 'key')
  const run = () =>
    promisify(execFile)(process.execPath, ['-e', script, join(import.meta.dirname, 'make-once.ts'), file])
  const texts = (await Promise.all(Array.from({ length: 6 }, run))).map(({ stdout }) => stdout)
  expect(new Set(texts).size).toBe(1)
  expect(texts[0]).toMatch(/^\d+ +end$/)
  expect(readdirSync(join(folder, 'below'))).toEqual(['key'])
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  rmSync(folder, { recursive: true })
})
