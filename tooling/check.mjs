import { ensureInstalled } from './install.mjs'
import { runScript, runTool } from './processes.mjs'

/** Every check but the tests: name, and what runs it. The router tree is generated first because the type check reads it. */
const checks = [
  ['routes', () => runScript('tooling/generate-routes.ts')],
  ['biome', () => runTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings'])],
  ['types, pages', () => runTool('typescript/bin/tsc', ['-p', 'tsconfig.json'])],
  ['types, server', () => runTool('typescript/bin/tsc', ['-p', 'tsconfig.server.json'])],
  ['knip', () => runTool('knip/bin/knip.js', ['--no-progress'])],
]

/** Runs them all, also after one has failed, and names those that did. */
export async function runChecks() {
  const failed = []
  for (const [name, check] of checks) {
    process.stderr.write(`check: ${name}\n`)
    if ((await check()) !== 0) failed.push(name)
  }
  return failed
}

/** `npm run check`. */
export async function run() {
  await ensureInstalled()
  const failed = await runChecks()
  if (failed.length > 0) throw new Error(`Checks failed: ${failed.join(', ')}.`)
  return 0
}
