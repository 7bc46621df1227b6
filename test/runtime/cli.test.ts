import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const luodi = join(import.meta.dirname, '..', '..', 'luodi')

function call(args: readonly string[], { cwd = tmpdir(), program = luodi } = {}) {
  return spawnSync(program, args, { cwd, encoding: 'utf8' })
}

test('help is all that is on stdout', () => {
  const { status, stdout, stderr } = call(['--help'])
  expect(status).toBe(0)
  expect(stderr).toBe('')
  expect(stdout).toMatch(/^Usage: luodi /)
  expect(stdout).toContain('start')
})

test('a verb that does not exist is refused on stderr', () => {
  const { status, stdout, stderr } = call(['nonsense'])
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toContain("unknown command 'nonsense'")
})

test('an option that does not exist is refused on stderr', () => {
  const { status, stdout, stderr } = call(['start', '--quickly'])
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toContain("unknown option '--quickly'")
})

test('it finds its project through a link from another folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'luodi-link-'))
  try {
    symlinkSync(luodi, join(folder, 'luodi'))
    const { status, stdout } = call(['start', '--help'], { cwd: folder, program: join(folder, 'luodi') })
    expect(status).toBe(0)
    expect(stdout).toMatch(/^Usage: luodi start /)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
