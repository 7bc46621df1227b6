import type { DeskForecast, ForecastResult, WhatIf } from '../contract/result.ts'
import { buildWorld, type Meaning } from './build.ts'
import { createEngine, type DeskChange } from './engine.ts'
import type { Given } from './given.ts'
import { outcomesOf, provisionalIn } from './outcomes.ts'
import { simulate } from './simulate.ts'
import { add, createTally, type Tally } from './tally.ts'
import type { World } from './world.ts'

export interface Asked {
  readonly runs: number
  readonly seed: number
}

/** Runs made so far, of those that will be. */
export interface Steps {
  readonly done: number
  readonly total: number
}

/** So many desks are tried with a change, those that cost most. */
const triedDesks = 3

/**
 * The forecast of a zone, a run at a time: whoever drives it tells how far it is, and stops it by not asking for more.
 * Same data, runs and seed: same answer.
 */
export function* forecast(given: Given, { runs, seed }: Asked): Generator<Steps, ForecastResult> {
  const total = runs * (1 + 2 * triedDesks)
  yield { done: 0, total }
  const { world, meaning } = buildWorld(given)
  let made = 0
  const told = (): Steps => ({ done: ++made, total })
  const base = createTally(world, runs)
  yield* runAll(world, { seed, change: null, tally: base }, told)
  const desks: DeskForecast[] = []
  const tried = costliest(base)
  for (const [d, desk] of meaning.desks.entries()) {
    const what = tried.includes(d) ? yield* tryBoth(world, { base, seed, d, meaning, given }, told) : untried
    desks.push({
      ...{ departmentId: desk.id, officers: desk.officers, absent: desk.absent, each: desk.capacity.each },
      ...{ cases: desk.capacity.cases, from: desk.capacity.from },
      handlingDays: (base.pathHandling[d] as number) / 2 / runs,
      waitingDays: (base.pathWaiting[d] as number) / 2 / runs,
      ...what,
    })
  }
  yield { done: total, total }
  const { rests, lapses } = meaning
  const { minimumCases } = given.rules
  return {
    outcomes: outcomesOf(meaning, base),
    desks: desks.filter(({ handlingDays, waitingDays }) => handlingDays + waitingDays > 0).sort(byCost),
    rests: { matters: [...rests], owed: lapses, minimumCases },
    provisional: provisionalIn(meaning, base),
  }
}

const untried = { oneMore: null, dayLess: null }

function byCost(a: DeskForecast, b: DeskForecast): number {
  return b.handlingDays + b.waitingDays - (a.handlingDays + a.waitingDays)
}

interface Series {
  readonly seed: number
  readonly change: DeskChange | null
  readonly tally: Tally
}

function* runAll(world: World, { seed, change, tally }: Series, told: () => Steps): Generator<Steps, void> {
  const engine = createEngine(world, seed, change)
  for (let run = 0; run < tally.runs; run++) {
    simulate(engine, run)
    add(tally, engine, run)
    yield told()
  }
}

function costliest({ pathHandling, pathWaiting }: Tally): readonly number[] {
  const cost = (d: number) => (pathHandling[d] as number) + (pathWaiting[d] as number)
  const desks = [...pathHandling.keys()].filter((d) => cost(d) > 0)
  return desks.sort((a, b) => cost(b) - cost(a)).slice(0, triedDesks)
}

interface Trial {
  readonly base: Tally
  readonly seed: number
  readonly d: number
  readonly meaning: Meaning
  readonly given: Given
}

/** One officer more, and one working day less on each case: the same runs again (common random numbers). */
function* tryBoth(
  world: World,
  { base, seed, d, meaning, given }: Trial,
  told: () => Steps,
): Generator<Steps, Pick<DeskForecast, 'oneMore' | 'dayLess'>> {
  const tally = createTally(world, base.runs)
  const known = meaning.desks[d]?.capacity.from !== 'unknown'
  const more = { desk: d, more: meaning.desks[d]?.capacity.each ?? given.rules.casesAtOnce, less: 0 }
  if (known) yield* runAll(world, { seed, change: more, tally }, told)
  const oneMore = known ? gain(base, tally) : null
  yield* runAll(world, { seed, change: { desk: d, more: 0, less: 2 }, tally }, told)
  return { oneMore, dayLess: gain(base, tally) }
}

function gain(base: Tally, tried: Tally): WhatIf {
  return {
    permitDays: meanGain(base.permit, tried.permit),
    productionDays: meanGain(base.production, tried.production),
  }
}

function meanGain(before: Int32Array, after: Int32Array): number | null {
  let sum = 0
  let counted = 0
  for (let i = 0; i < before.length; i++) {
    if ((before[i] as number) < 0) continue
    counted++
    sum += (before[i] as number) - (after[i] as number)
  }
  return counted === 0 ? null : sum / 2 / counted
}
