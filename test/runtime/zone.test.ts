import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { installInto } from './installed.ts'
import { cleanUp, openFolder, runLuodi } from './program.ts'
import { within } from './within.ts'

let here = ''
let there = ''

beforeEach(async () => {
  ;[here, there] = [await openFolder(), await openFolder()]
  await installInto(here)
})

afterEach(async () => {
  await cleanUp(here)
  await cleanUp(there)
})

/** As a process of its own. */
async function luodi(dataFolder: string, ...args: string[]) {
  const program = runLuodi(args, { env: { LUODI_DATA: dataFolder } })
  const code = await program.ended
  return { code, stdout: program.stdout(), stderr: program.stderr() }
}

test('luodi zone moves a zone with its account, which gets a new password there, and refuses to do so twice', async () => {
  expect(await within(here, ['user', 'create', 'erin', '--zone', 'linyi', '--roles', 'officer'])).toMatchObject({
    code: 0,
  })
  const folder = join(here, 'moved')
  const unsaid = await within(here, ['zone', 'export', 'linyi', folder])
  expect(unsaid).toMatchObject({ code: 1, stdout: '' })
  expect(unsaid.stderr).toMatch(/--key-file.*--plain/)
  expect(existsSync(folder)).toBe(false)
  const exported = await luodi(here, 'zone', 'export', 'linyi', folder, '--plain')
  expect(exported, exported.stderr).toMatchObject({ code: 0 })
  expect(exported.stdout).toMatch(/^linyi: \d+ rows of \d+ tables, 0 uploads\n$/)

  const imported = await luodi(there, 'zone', 'import', folder)
  expect(imported, imported.stderr).toMatchObject({ code: 0 })
  expect(imported.stdout).toMatch(/^linyi: \d+ rows, every one compared/)
  expect((await within(there, ['user', 'list'])).stdout).toBe('erin\terin\tlinyi:officer\n')
  expect(await within(there, ['user', 'reset', 'erin'])).toMatchObject({ code: 0 })
  const twice = await within(there, ['zone', 'import', folder])
  expect(twice).toMatchObject({ code: 1, stdout: '' })
  expect(twice.stderr).toMatch(/has accounts or a journal in this installation already/)
}, 400_000)
