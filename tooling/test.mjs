import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { runChecks } from './check.mjs'
import { ensureInstalled } from './install.mjs'
import { ensureOlderPostgres } from './older-postgres.mjs'
import { ensurePages } from './pages.mjs'
import { plainEnvironment, root, runTool } from './processes.mjs'
import { ensureProgram } from './program.mjs'
import { folderInMemory, leaveFolder, startTestServer } from './test-server.mjs'

/** `npm test`: everything that CI runs. With arguments, Vitest alone gets them: `npm test -- src/kernel`, `npm test -- --project database`. */
export async function run(args) {
  await ensureInstalled()
  if (args.length > 0) {
    await ensureBuilt()
    return report(await runLanes([{ args }], plainEnvironment()))
  }
  const noBrowser = await ensureBrowser()
  await ensureOlderPostgres()
  const folder = folderInMemory()
  const env = { ...plainEnvironment(), ...(folder && { TMPDIR: folder }) }
  const starting = startTestServer(env)
  try {
    const [server] = await Promise.all([starting, ensureBuilt()])
    const failed = []
    const check = async () => void failed.push(...(await runChecks()))
    const ran = await runLanes(lanesOf({ check, browser: !noBrowser }), { ...env, ...server.env })
    if (failed.length > 0) process.stderr.write(`Checks failed: ${failed.join(', ')}.\n`)
    if (noBrowser) process.stderr.write(`The browser journeys were not run. ${noBrowser}\n`)
    return report(ran) || (failed.length > 0 || noBrowser ? 1 : 0)
  } finally {
    await starting.then(
      (server) => server.stop(),
      () => undefined,
    )
    if (folder) leaveFolder(folder)
  }
}

/** The pages that the journeys open, and the program that is started and killed. */
async function ensureBuilt() {
  await ensureProgram()
  await ensurePages()
}

function report({ code, counts }) {
  process.stdout.write(`${summary(counts)}\n`)
  return code
}

const pathsIn = (folder, isWanted) =>
  readdirSync(join(root, folder))
    .filter(isWanted)
    .map((name) => `${folder}/${name}`)

/**
 * Begun in this order, the longest first; the next one begins when one has ended. A journey often waits for its page and a whole program for
 * its database: one lane more than there are cores keeps the cores at work. Files on a database are three lanes, so that the last lanes end at
 * about the same time. The checks have one as well.
 */
function lanesOf({ check, browser }) {
  return [
    ...(browser ? [{ projects: ['browser'] }] : []),
    { projects: ['runtime'] },
    { work: check },
    { projects: ['database'], files: pathsIn('test', (name) => name !== 'records') },
    { projects: ['database'], files: [...pathsIn('src', (name) => name !== 'modules'), 'test/records'] },
    { projects: ['database'], files: ['src/modules'] },
    { projects: ['pure', 'web'] },
  ]
}

const lanesAtOnce = availableParallelism() + 1

const argsOf = ({ args, projects = [], files = [] }) =>
  args ?? [...projects.flatMap((project) => ['--project', project]), ...files]

/** Several lanes are a whole run. */
async function runLanes(wanted, env) {
  const folder = mkdtempSync(join(tmpdir(), 'luodi-results-'))
  const whole = wanted.length > 1
  try {
    const run = (lane, at) =>
      lane.work ? lane.work() : runLane(join(folder, `${at}`), { args: argsOf(lane), env, held: at > 0 })
    const ran = (await someAtOnce(lanesAtOnce, wanted, run)).filter((answer) => answer !== undefined)
    if (ran.some(({ results }) => results === null))
      throw new Error('Vitest ended without a result; its message is above.')
    const files = ran.flatMap(({ results }) => results.testResults)
    process.stdout.write([...slowest(files), ...(whole ? [taken()] : []), ...failures(files)].join(''))
    return { code: ran.find(({ code }) => code !== 0)?.code ?? 0, counts: count(ran.map(({ results }) => results)) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Works through all of them in their order, at most so many at a time; answers as they stand. */
async function someAtOnce(most, all, work) {
  const answers = []
  const left = [...all.entries()]
  const one = async () => {
    for (let next = left.shift(); next; next = left.shift()) answers[next[0]] = await work(next[1], next[0])
  }
  await Promise.all(Array.from({ length: most }, one))
  return answers
}

/** What a held lane prints is shown at its end, so that two reports are never mixed. */
async function runLane(file, { args, env, held }) {
  const json = `${file}.json`
  const log = held ? openSync(`${file}.log`, 'w') : null
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${json}`]
  const code = await runTool('vitest/vitest.mjs', ['run', ...reporters, ...args], { into: log, env })
  if (log !== null) {
    closeSync(log)
    process.stdout.write(readFileSync(`${file}.log`))
  }
  return { code, results: existsSync(json) ? JSON.parse(readFileSync(json, 'utf8')) : null }
}

/** Minutes on the wall and, where the system tells it, of CPU: of all processes of this run that have ended in order. */
function taken() {
  const minutes = (seconds) => `${(seconds / 60).toFixed(1)} min`
  const wall = `The whole run took ${minutes(process.uptime())} on the wall`
  if (!existsSync('/proc/self/stat')) return `${wall}.\n`
  // After the name in brackets: state is the first, times of this process and of its children in hundredths of a second 12th to 15th.
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1).split(' ')
  const hundredths = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
  return `${wall} and ${minutes(hundredths / 100)} of CPU.\n`
}

const short = (file) => relative(root, file)

function slowest(files) {
  if (files.length < 20) return []
  const timed = files.map(({ name, startTime, endTime }) => ({ name, seconds: (endTime - startTime) / 1_000 }))
  const most = timed.toSorted((a, b) => b.seconds - a.seconds).slice(0, 25)
  return [
    'The slowest files:\n',
    ...most.map(({ name, seconds }) => `  ${seconds.toFixed(0).padStart(4)} s ${short(name)}\n`),
  ]
}

/** Every failure in one line, after everything else: the last lines of a long run are what is read first. */
function failures(files) {
  const failed = files.filter(({ status }) => status === 'failed')
  return failed.flatMap(({ name, message, assertionResults }) => {
    const tests = assertionResults.filter(({ status }) => status === 'failed')
    const lines = tests.map(
      ({ fullName, failureMessages }) => `${fullName}: ${(failureMessages[0] ?? '').split('\n')[0]}`,
    )
    return (lines.length > 0 ? lines : [message.split('\n')[0]]).map((line) => `FAILED ${short(name)}: ${line}\n`)
  })
}

/** A file that could not even be loaded has no tests to fail: it counts as one. */
function count(all) {
  const sum = (pick) => all.reduce((so, results) => so + pick(results), 0)
  const unloaded = all.flatMap(({ testResults }) =>
    testResults.filter(
      (result) => result.status === 'failed' && !result.assertionResults.some((test) => test.status === 'failed'),
    ),
  )
  return {
    passed: sum(({ numPassedTests }) => numPassedTests),
    failed: sum(({ numFailedTests }) => numFailedTests) + unloaded.length,
    skipped: sum(({ numPendingTests, numTodoTests }) => numPendingTests + numTodoTests),
  }
}

function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
