import { ensureInstalled } from './install.mjs'
import { plainEnvironment } from './processes.mjs'
import { runBuilt } from './program.mjs'

/** `./luodi …`: the caller's folder stays, so that file arguments mean what he typed. */
export async function run(args) {
  await ensureInstalled()
  return runBuilt(args, { cwd: process.cwd(), env: plainEnvironment() })
}
