import { buildWorld } from '../../src/modules/forecast/domain/build.ts'
import { createEngine } from '../../src/modules/forecast/domain/engine.ts'
import { simulate } from '../../src/modules/forecast/domain/simulate.ts'
import { add, createTally } from '../../src/modules/forecast/domain/tally.ts'
import { switchesOf } from '../../src/modules/plans/contract/scenario.ts'
import { planOf } from '../../src/modules/plans/domain/plan.ts'
import { settle } from '../../src/modules/plans/domain/request.ts'
import { createRun, programFor, refill, runOf } from '../../src/modules/plans/domain/run.ts'
import { calendar, compileFresh, projectFacts, zoneOf } from '../forecast/zone.ts'
import { compare } from '../harness.ts'

const start = '2026-03-02'
/** Of plans and of runs of single projects so many that a round takes some tenths of a second at any size. */
const plansARound = 1_000
const projectRunsARound = 100_000

/** P3 over zones of 10, 100 and 1,000 projects: CPU of one process. */
export async function timePlans(sizes: readonly number[]): Promise<void> {
  const table: Record<string, Record<string, number>> = {}
  for (const projects of sizes) table[`${projects} projects`] = await timeZone(projects)
  process.stdout.write(
    'P3: a zone planned again after a catalogue change, and its forecast; one core, CPU, medians of three rounds\n',
  )
  console.table(table)
}

async function timeZone(projects: number): Promise<Record<string, number>> {
  const facts = Array.from({ length: projects }, (_, i) => projectFacts(i))
  const input = { calendar, start, switches: switchesOf.reform }
  const compiled = compileFresh()
  const settled = settle(compiled, { ...input, facts: facts[0] ?? {} })
  const runner = createRun(programFor(compiled, settled), runOf(compiled, settled).axis)
  const { world } = buildWorld(zoneOf(projects, compiled))
  let sink = 0
  const zones = Math.max(1, Math.round(plansARound / projects))
  const runs = Math.max(1, Math.round(projectRunsARound / projects))
  const [again, schedules, whole, forecasts] = await compare(
    [
      {
        name: 'the zone again, compiled anew',
        times: 1,
        run: () => {
          const fresh = compileFresh()
          for (const one of facts) sink += planOf(fresh, { ...input, facts: one }).papers.length
        },
      },
      {
        name: 'schedules',
        times: zones * projects * 10,
        run: (times) => {
          for (let i = 0; i < times; i++) {
            refill(runner, facts[i % projects] ?? {})
            sink += runner.schedule.length
          }
        },
      },
      {
        name: 'whole plans',
        times: zones * projects,
        run: (times) => {
          for (let i = 0; i < times; i++) {
            sink += planOf(compiled, { ...input, facts: facts[i % projects] ?? {} }).papers.length
          }
        },
      },
      {
        name: 'forecast',
        times: runs,
        run: (times) => {
          const engine = createEngine(world, 1)
          const tally = createTally(world, times)
          for (let run = 0; run < times; run++) {
            simulate(engine, run)
            add(tally, engine, run)
          }
        },
      },
    ],
    3,
  )
  if (Number.isNaN(sink)) throw new Error('nothing was planned')
  const each = (us: number | undefined) => Number((1e6 / (us ?? Number.NaN)).toPrecision(4))
  return {
    'zone again, compiled anew, ms': Number(((again?.cpu ?? Number.NaN) / 1000).toPrecision(4)),
    'schedules/s': each(schedules?.cpu),
    'whole plans/s': each(whole?.cpu),
    'matters in the forecast': world.activities,
    'forecast runs of the zone/s': each(forecasts?.cpu),
    'matters/µs': Number((world.activities / (forecasts?.cpu ?? Number.NaN)).toPrecision(3)),
  }
}
