import { ensureInstalled } from './install.mjs'
import { plainEnvironment, runScript, runTool } from './processes.mjs'

/**
 * Several checkers each work out the types that they share: on two cores one takes two thirds of the time of all. The compiler lets its
 * memory double before it tidies up: a fifth less work.
 */
const tsc = (config) =>
  runTool('typescript/bin/tsc', ['-p', config, '--checkers', '1'], { env: { ...plainEnvironment(), GOGC: '200' } })

/** The router tree comes first because the others read it. */
const first = ['routes', () => runScript('tooling/generate-routes.ts')]

/** Every other check but the tests: name, and what runs it. Each list runs in its order, one list beside the other. */
const lists = [
  [
    ['biome', () => runTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings'])],
    ['types, pages', () => tsc('tsconfig.json')],
    ['types, server', () => tsc('tsconfig.server.json')],
  ],
  [['knip', () => runTool('knip/bin/knip.js', ['--no-progress'])]],
]

/** Runs them all, also after one has failed, and names those that did. */
export async function runChecks() {
  const failed = await runList([first])
  const ran = await Promise.all(lists.map(runList))
  return [...failed, ...ran.flat()]
}

async function runList(checks) {
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
