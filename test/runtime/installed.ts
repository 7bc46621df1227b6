import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { inject } from 'vitest'
import { within } from './within.ts'

/**
 * Puts an empty installation that nothing runs on into an open folder: for tests that are not about a first start, which costs seconds. Made
 * once in a run, then copied.
 */
export async function installInto(dataFolder: string): Promise<void> {
  await copyInstallation(await madeOnce(join(inject('installed'), 'data')), dataFolder)
}

/** What a stopped installation has in its data folder, and its database where that lies in a place of its own, into an open folder. */
export async function copyInstallation(made: string, dataFolder: string): Promise<void> {
  await copyInto(made, dataFolder)
  const pointer = join(dataFolder, 'postgres.home')
  if (!existsSync(pointer)) return
  const home = (await readFile(pointer, 'utf8')).trim()
  const own = await mkdtemp(join(dirname(home), 'data-'))
  await copyInto(home, own)
  await writeFile(pointer, `${own}\n`)
}

async function copyInto(from: string, to: string): Promise<void> {
  await promisify(execFile)('cp', ['-a', `${from}/.`, to])
}

/** Built beside its place: files that run at the same time may both build it, one of the two is kept. */
async function madeOnce(place: string): Promise<string> {
  if (existsSync(place)) return place
  const draft = await mkdtemp(`${place}-`)
  await chmod(draft, 0o755)
  // Within this process: what it reads of the program for that, the files' own commands find read.
  const { code, stderr } = await within(draft, ['user', 'list'])
  if (code !== 0) throw new Error(stderr)
  await rename(draft, place).catch(() => rm(draft, { recursive: true, force: true }))
  return place
}
