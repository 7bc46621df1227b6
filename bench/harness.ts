import { cpus } from 'node:os'

/** One of the ways to do the same work. `run` does it `times` times; `times` may differ, costs are compared per piece. */
export interface Contender {
  readonly name: string
  readonly times: number
  readonly run: (times: number) => void | Promise<void>
  /** By name: microseconds of CPU spent so far by whoever does the work, when that is not this process. Their sum is the cost. */
  readonly meters?: Readonly<Record<string, () => number>>
}

/** Medians over the rounds, in microseconds per piece of work; CPU is user and system time of this process, or of the contender's meters. */
export interface Cost {
  readonly name: string
  readonly cpu: number
  readonly wall: number
  /** By meter, when the contender has any. */
  readonly parts: Readonly<Record<string, number>>
  /** Smallest and largest CPU cost of a round: how steady the median is. */
  readonly spread: readonly [number, number]
}

interface Sample {
  readonly cpu: number
  readonly wall: number
  readonly parts: Readonly<Record<string, number>>
}

/**
 * Runs the contenders in turn, round by round, so that whatever disturbs the machine disturbs all of them alike.
 * One round before the first warms up and is not counted. Check that results are equal before calling this.
 */
export async function compare(contenders: readonly Contender[], rounds = 5): Promise<Cost[]> {
  if (rounds < 3) throw new Error('a median needs at least three rounds')
  const samples = new Map<string, Sample[]>(contenders.map((c) => [c.name, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const contender of contenders) {
      const sample = await measure(contender)
      if (round > 0) samples.get(contender.name)?.push(sample)
    }
  }
  return contenders.map(({ name }) => {
    const of = samples.get(name) ?? []
    const cpu = of.map((s) => s.cpu)
    const wall = of.map((s) => s.wall)
    const parts = Object.keys(of[0]?.parts ?? {}).map((part) => {
      return [
        part,
        quantile(
          of.map((s) => s.parts[part] ?? Number.NaN),
          0.5,
        ),
      ] as const
    })
    const spread = [Math.min(...cpu), Math.max(...cpu)] as const
    return { name, cpu: quantile(cpu, 0.5), wall: quantile(wall, 0.5), spread, parts: Object.fromEntries(parts) }
  })
}

async function measure({ times, run, meters = ownProcess }: Contender): Promise<Sample> {
  const cpuBefore = readAll(meters)
  const before = performance.now()
  await run(times)
  const wall = performance.now() - before
  const parts = Object.fromEntries(
    Object.entries(readAll(meters)).map(([name, now]) => [name, (now - (cpuBefore[name] ?? 0)) / times]),
  )
  const cpu = Object.values(parts).reduce((sum, part) => sum + part, 0)
  return { cpu, wall: (wall * 1000) / times, parts: meters === ownProcess ? {} : parts }
}

const ownProcess = {
  own: () => {
    const { user, system } = process.cpuUsage()
    return user + system
  },
}

function readAll(meters: Readonly<Record<string, () => number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(meters).map(([name, read]) => [name, read()]))
}

/** The q-quantile by nearest rank. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN
}

/** Refuses to time contenders that do not agree. */
export function checkEqual(name: string, one: unknown, other: unknown): void {
  const [a, b] = [JSON.stringify(one), JSON.stringify(other)]
  if (a !== b) throw new Error(`${name}: results differ, nothing was timed\n${a.slice(0, 400)}\n${b.slice(0, 400)}`)
}

/** A goal with what was reached, for the table and for the exit code. */
export interface Goal {
  readonly text: string
  readonly reached: number
  readonly met: boolean
}

/** Prints costs against the first contender, then the goals; goals that are missed are said, not hidden. */
export function report(title: string, costs: readonly Cost[], goals: readonly Goal[]): void {
  const base = costs[0]
  const machine = `${cpus()[0]?.model ?? 'unknown processor'} × ${cpus().length}, Node ${process.version}`
  const rows = costs.map(({ name, cpu, wall, spread, parts }) => ({
    contender: name,
    'CPU µs each': round(cpu),
    ...Object.fromEntries(Object.entries(parts).map(([part, us]) => [`of it ${part}`, round(us)])),
    'wall µs each': round(wall),
    'each/s of CPU': Math.round(1e6 / cpu),
    'ratio of CPU': round(cpu / (base?.cpu ?? cpu)),
    'rounds from–to': `${round(spread[0])}–${round(spread[1])}`,
  }))
  process.stdout.write(`${title}\n${machine}\n`)
  console.table(rows)
  for (const goal of goals)
    process.stdout.write(`${goal.met ? 'met   ' : 'MISSED'} ${goal.text}: ${round(goal.reached)}\n`)
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}
