import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { runChecks } from './check.mjs'
import { ensureInstalled } from './install.mjs'
import { ensurePages } from './pages.mjs'
import { runTool } from './processes.mjs'

/** `npm test`: everything that CI runs. With arguments, Vitest alone gets them: `npm test -- src/kernel`, `npm test -- --project database`. */
export async function run(args) {
  await ensureInstalled()
  const all = args.length === 0
  const noBrowser = all ? await ensureBrowser() : null
  const failed = all ? await runChecks() : []
  await ensurePages()
  const { code, counts } = await runVitest(args, noBrowser !== null)
  if (failed.length > 0) process.stderr.write(`Checks failed: ${failed.join(', ')}.\n`)
  if (noBrowser) process.stderr.write(`The browser journeys were not run. ${noBrowser}\n`)
  process.stdout.write(`${summary(counts)}\n`)
  return code || (failed.length > 0 || noBrowser ? 1 : 0)
}

async function runVitest(args, withoutBrowser) {
  const folder = mkdtempSync(join(tmpdir(), 'luodi-results-'))
  const file = join(folder, 'results.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const projects = withoutBrowser ? ['--project', '!browser'] : []
    const code = await runTool('vitest/vitest.mjs', ['run', ...reporters, ...projects, ...args])
    return { code, counts: count(file) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A file that could not even be loaded has no tests to fail: it counts as one. */
function count(file) {
  let results
  try {
    results = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw new Error('Vitest ended without a result; its message is above.')
  }
  const unloaded = results.testResults.filter(
    (result) => result.status === 'failed' && !result.assertionResults.some((test) => test.status === 'failed'),
  )
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + unloaded.length,
    skipped: results.numPendingTests + results.numTodoTests,
  }
}

function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
