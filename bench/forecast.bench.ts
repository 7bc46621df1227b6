import { buildWorld } from '../src/modules/forecast/domain/build.ts'
import { createEngine } from '../src/modules/forecast/domain/engine.ts'
import { forecast } from '../src/modules/forecast/domain/forecast.ts'
import { simulate } from '../src/modules/forecast/domain/simulate.ts'
import { add, createTally } from '../src/modules/forecast/domain/tally.ts'
import { switchesOf } from '../src/modules/plans/contract/scenario.ts'
import { planOf } from '../src/modules/plans/domain/plan.ts'
import { settle } from '../src/modules/plans/domain/request.ts'
import { createRun, programFor, refill, runOf } from '../src/modules/plans/domain/run.ts'
import { compilePlainC } from './forecast/plain-c.ts'
import { calendar, compileFresh, projectFacts, zoneOf } from './forecast/zone.ts'
import { type Contender, checkEqual, compare, type Goal, report } from './harness.ts'

/** P3, second part: the forecast of a zone against the same simulation in plain C, and the whole zone planned again. */
const projects = 414
const runs = Number(process.env.LUODI_ROWS ?? 1000)
const seed = 1
const start = '2026-03-02'

const given = zoneOf(projects)
const { world, meaning } = buildWorld(given)
const peer = compilePlainC(world)
const perProject = (world.activities / projects).toFixed(1)
const title = `P3: forecast of ${projects} projects, ${world.activities} matters still to be done (${perProject} each), ${runs} runs`

function ours(count: number) {
  const engine = createEngine(world, seed)
  const tally = createTally(world, count)
  for (let run = 0; run < count; run++) {
    simulate(engine, run)
    add(tally, engine, run)
  }
  return tally
}

let cCpu = 0
const contenders: Contender[] = [{ name: 'Luodi', times: runs, run: (times) => void ours(times) }]
if (peer) {
  const mine = ours(50)
  peer.run(50, seed)
  const theirs = peer.result()
  for (const part of ['permit', 'production', 'pathHandling', 'pathWaiting'] as const)
    checkEqual(part, [...mine[part]], [...theirs[part]])
  const run = (times: number) => {
    cCpu += peer.run(times, seed)
  }
  contenders.unshift({ name: 'plain C, cc -O2', times: runs, run, meters: { c: () => cCpu } })
} else process.stdout.write('no C compiler (cc) on this machine: the comparison with C is skipped\n')

const costs = await compare(contenders)
const cpuOf = (name: string) => costs.find((cost) => cost.name.startsWith(name))?.cpu ?? Number.NaN
const share = cpuOf('plain C') / cpuOf('Luodi')
const goals: Goal[] = peer ? [{ text: 'share of the speed of C, goal ≥ 0.65', reached: share, met: share >= 0.65 }] : []

/** Milliseconds until the forecast, with its trials of desks, first tells how far it is, and for all of it. */
function whole(): { readonly first: number; readonly longest: number; readonly all: number } {
  const began = performance.now()
  let first = 0
  let longest = 0
  let before = began
  const steps = forecast(given, { runs, seed })
  for (let step = steps.next(); !step.done; step = steps.next()) {
    const now = performance.now()
    first ||= now - began
    longest = Math.max(longest, now - before)
    before = now
  }
  return { first, longest, all: performance.now() - began }
}
const told = whole()
goals.push({ text: 'first progress, ms, goal ≤ 1000', reached: told.first, met: told.first <= 1000 })
goals.push({ text: 'longest between two, ms, goal ≤ 1000', reached: told.longest, met: told.longest <= 1000 })
report(title, costs, goals)
process.stdout.write(`per core-second ${Math.round((1e6 / cpuOf('Luodi')) * world.activities)} matters; `)
process.stdout.write(
  `whole forecast with the trials of desks ${Math.round(told.all)} ms, ${meaning.desks.length} desks\n`,
)
peer?.remove()

/** A catalogue has changed: compiled, laid out, and every project of the zone planned again. */
const facts = Array.from({ length: projects }, (_, i) => projectFacts(i))
const input = { calendar, start, switches: switchesOf.reform }

function replanTimes(): number {
  const compiled = compileFresh()
  const settled = settle(compiled, { ...input, facts: facts[0] ?? {} })
  const runner = createRun(programFor(compiled, settled), runOf(compiled, settled).axis)
  let sum = 0
  for (const one of facts) {
    refill(runner, one)
    sum += runner.schedule.length
  }
  return sum
}

function replanWhole(): number {
  const compiled = compileFresh()
  return facts.reduce((sum, one) => sum + planOf(compiled, { ...input, facts: one }).papers.length, 0)
}

let sink = 0
const count = (work: () => number) => {
  sink += work()
}
const replans = await compare([
  { name: 'the schedules of all projects', times: 1, run: () => count(replanTimes) },
  { name: 'whole plans: papers, owed, fees, holds', times: 1, run: () => count(replanWhole) },
])
report(`P3: ${projects} projects planned again after a catalogue change, compiling it included`, replans, [])
process.stdout.write(`(checksum ${sink})\n`)
