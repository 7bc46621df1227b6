import { readFile } from 'node:fs/promises'
import { buildCalendar, type CalendarYear } from '../src/kernel/calendar.ts'
import { Catalogue, FeeSchedule } from '../src/modules/matters/contract/catalogue.ts'
import type { FactValues } from '../src/modules/matters/contract/fact-values.ts'
import { compileCatalogue } from '../src/modules/matters/domain/compile.ts'
import { switchesOf } from '../src/modules/plans/contract/scenario.ts'
import { dayAt } from '../src/modules/plans/domain/axis.ts'
import { guideOf } from '../src/modules/plans/domain/guide.ts'
import { planOf } from '../src/modules/plans/domain/plan.ts'
import { settle } from '../src/modules/plans/domain/request.ts'
import { createRun, programFor, refill, runOf } from '../src/modules/plans/domain/run.ts'
import { slackOf } from '../src/modules/plans/domain/slack.ts'
import { explain } from '../src/modules/plans/domain/why.ts'
import { checkEqual, compare, type Goal, quantile, report } from './harness.ts'
import { naivePlan } from './naive-plan.ts'

/** P3, first part: plans of the food factory under full reform, against the same plan from plain objects and feelin.evaluate. */
const plans = 10_000
const naivePlans = 40

async function read<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(new URL(`../data/${path}`, import.meta.url), 'utf8')) as T
}

const catalogue = Catalogue.parse(await read('catalogue/matters.json'))
const compiled = compileCatalogue(catalogue, FeeSchedule.parse(await read('catalogue/fees.json')))
const years = ['2024', '2025', '2026'].map((year) => read<CalendarYear>(`calendar/${year}.json`))
const calendar = buildCalendar(await Promise.all(years))
const projects = await read<{ code: string; facts: FactValues }[]>('catalogue/projects.json')
const food = projects.find((p) => p.code === 'food-factory')?.facts ?? {}
const start = '2026-03-02'
const input = { facts: food, calendar, start, scenario: 'reform' as const }

/** Sixteen food factories that differ in what they answer, so that no plan is the one before; the first is the real one. */
const factories: FactValues[] = Array.from({ length: 16 }, (_, i) => ({
  ...food,
  landKind: 'standard-land',
  newCompany: (i & 1) === 0,
  gasUse: (i & 2) === 0,
  fireSpecial: (i & 4) === 0,
  mayHaveRelics: (i & 8) === 0,
}))
const factory = (i: number): FactValues => factories[i % factories.length] ?? food

const settled = settle(compiled, input)
const runner = createRun(programFor(compiled, settled), runOf(compiled, settled).axis)
const naive = (facts: FactValues) => naivePlan({ catalogue, facts, calendar, start, switches: switchesOf.reform })

/** Both say the same of every factory: which matters, when they start, are filed and end, on which days. */
function checkResults(): void {
  for (const facts of factories) {
    const full = planOf(compiled, { ...input, facts }).matters.filter((m) => m.start !== undefined)
    const ours = full.map(({ code, start, filed, finish, startDate, finishDate }) => [
      code,
      { start, filed, finish, startDate, finishDate },
    ])
    const theirs = naive(facts)
    checkEqual(
      'full plan',
      ours,
      ours.map(([code]) => [code, theirs.get(String(code))]),
    )
    checkEqual('number of matters', full.length, theirs.size)
    refill(runner, facts)
    const { active, finish } = runner.schedule
    const bare = compiled.matters.flatMap(({ matter }, m) => (active[m] === 1 ? [[matter.code, finish[m]]] : []))
    checkEqual(
      'schedule',
      bare,
      full.map((m) => [m.code, m.finish]),
    )
  }
}

let sink = 0

/** Milliseconds of one answer of the guide. */
interface Answer {
  readonly cpu: number
  readonly wall: number
}

function scheduleOnly(times: number): void {
  for (let i = 0; i < times; i++) {
    refill(runner, factory(i))
    sink += runner.schedule.finish[0] ?? 0
  }
}

/** Applicability, both passes, and the first and last day of every matter as day numbers. */
function scheduleSlackDays(times: number): void {
  const { program, axis, schedule } = runner
  for (let i = 0; i < times; i++) {
    refill(runner, factory(i))
    sink += slackOf(program, axis, schedule).length
    for (let k = 0; k < schedule.length; k++) {
      const m = schedule.sequence[k] ?? 0
      sink += dayAt(axis, schedule.start[m] ?? 0) + dayAt(axis, schedule.finish[m] ?? 0)
    }
  }
}

function fullPlan(times: number): void {
  for (let i = 0; i < times; i++) sink += planOf(compiled, { ...input, facts: factory(i) }).papers.length
}

function fullPlanWithReasons(times: number): void {
  for (let i = 0; i < times; i++) {
    const facts = factory(i)
    sink += planOf(compiled, { ...input, facts }).papers.length
    for (const { matter } of compiled.matters)
      sink += explain(compiled, { ...input, facts }, matter.code).verdict.conditions.length
  }
}

function naively(times: number): void {
  for (let i = 0; i < times; i++) sink += naive(factory(i)).size
}

/** One visitor answers what the guide asks, as the food factory would, until it asks no more: the cost of each answer. */
function visit(): Answer[] {
  const facts: FactValues = {}
  const answers = { ...food, landPriceWan: 1200 } as FactValues
  const costs: Answer[] = []
  for (;;) {
    const before = performance.now()
    const cpuBefore = process.cpuUsage()
    const { next } = guideOf(compiled, { ...input, facts })
    const { user, system } = process.cpuUsage(cpuBefore)
    costs.push({ cpu: (user + system) / 1000, wall: performance.now() - before })
    if (!next) return costs
    if (answers[next.fact] === undefined || facts[next.fact] !== undefined) throw new Error(`asked for ${next.fact}`)
    facts[next.fact] = answers[next.fact] ?? null
  }
}

checkResults()
const costs = await compare([
  { name: 'schedule alone', times: plans, run: scheduleOnly },
  { name: 'schedule, slack, days', times: plans, run: scheduleSlackDays },
  { name: 'whole plan: papers, owed, fees, holds', times: plans / 10, run: fullPlan },
  { name: 'whole plan with every reason', times: plans / 50, run: fullPlanWithReasons },
  { name: 'plain objects and feelin.evaluate', times: naivePlans, run: naively },
])
const first = visit()
const answers = Array.from({ length: 20 }, visit).flat()
const cpuOf = (name: string): number => costs.find((c) => c.name.startsWith(name))?.cpu ?? Number.NaN
const perSecond = 1e6 / cpuOf('schedule alone')
const ratio = cpuOf('plain') / cpuOf('schedule, slack')
const cpu = answers.map((a) => a.cpu)
const wall = answers.map((a) => a.wall)
const slow = quantile(cpu, 0.99)
const goals: Goal[] = [
  { text: 'schedules per second of one core, goal ≥ 100,000', reached: perSecond, met: perSecond >= 100_000 },
  { text: 'times the naive plan (schedule, slack, days), goal ≥ 100', reached: ratio, met: ratio >= 100 },
  { text: 'answer of the guide, 99th percentile in ms of CPU, goal ≤ 30', reached: slow, met: slow <= 30 },
]
report('P3: plans of the food factory, full reform, 119 matters', costs, goals)
const ms = (value: number | undefined): string => `${value?.toFixed(2)} ms`
process.stdout.write(
  `guide: ${first.length} answers a visit; CPU p50 ${ms(quantile(cpu, 0.5))}, p99 ${ms(slow)}, first of all ${ms(first[0]?.cpu)}; ` +
    `wall p50 ${ms(quantile(wall, 0.5))}, p99 ${ms(quantile(wall, 0.99))}\n`,
)
const whole = cpuOf('plain') / cpuOf('whole plan: papers')
process.stdout.write(`whole plan: ${whole.toFixed(0)} times the naive one, which has no papers, fees, holds or slack\n`)
process.stdout.write(`(checksum ${Math.round(sink)})\n`)
