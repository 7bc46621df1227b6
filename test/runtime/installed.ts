import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inject } from 'vitest'
import { runLuodi } from './program.ts'

/**
 * Puts an empty installation that nothing runs on into an open folder: for tests that are not about a first start, which costs seconds. Made
 * once in a run, then copied.
 */
export async function installInto(dataFolder: string): Promise<void> {
  const made = await madeOnce(join(inject('installed'), 'data'))
  // Its database lies in a place of its own, which two folders must not share: this one stays empty, and is filled by its first start.
  if (existsSync(join(made, 'postgres.home'))) return
  await promisify(execFile)('cp', ['-a', `${made}/.`, dataFolder])
}

/** Built beside its place: files that run at the same time may both build it, one of the two is kept. */
async function madeOnce(place: string): Promise<string> {
  if (existsSync(place)) return place
  const draft = await mkdtemp(`${place}-`)
  await chmod(draft, 0o755)
  const program = runLuodi(['user', 'list'], { env: { LUODI_DATA: draft } })
  if ((await program.ended) !== 0) throw new Error(program.stderr())
  await rename(draft, place).catch(() => rm(draft, { recursive: true, force: true }))
  return place
}
