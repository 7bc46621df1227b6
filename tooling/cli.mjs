import { ensureInstalled } from './install.mjs'
import { plainEnvironment, runScript } from './processes.mjs'

/** `./luodi …`: the caller's folder stays, so that file arguments mean what he typed. */
export async function run(args) {
  await ensureInstalled()
  return runScript('src/cli/main.ts', args, { cwd: process.cwd(), env: plainEnvironment() })
}
