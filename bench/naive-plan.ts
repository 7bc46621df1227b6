import { evaluate } from 'feelin'
import { type Calendar, dayFromNumber, dayNumber, dayOfOrdinal, ordinalOnOrAfter } from '../src/kernel/calendar.ts'
import type { Catalogue, Limit, Matter, MatterInput } from '../src/modules/matters/contract/catalogue.ts'
import type { FactValues } from '../src/modules/matters/contract/fact-values.ts'
import type { Switches } from '../src/modules/zones/contract/switches.ts'

/**
 * The plan as one would write it in an afternoon: `feelin.evaluate` on every rule, objects and maps, recursion with a memo.
 * Parallel handling and complete facts only. It uses the product's calendar, so what is compared is rules and scheduling.
 */
export interface NaiveRequest {
  readonly catalogue: Catalogue
  readonly facts: FactValues
  readonly calendar: Calendar
  readonly start: string
  readonly switches: Switches
}

export interface NaiveTimes {
  readonly start: number
  readonly filed: number
  readonly finish: number
  readonly startDate: string
  readonly finishDate: string
}

interface Holds {
  readonly start: Matter[]
  readonly decision: Matter[]
}

export function naivePlan(request: NaiveRequest): Map<string, NaiveTimes> {
  const { catalogue, facts, switches, calendar } = request
  const inPlan = catalogue.matters.filter((m) => evaluate(m.applies, facts).value === true && !m.afterProduction)
  const standardLand = switches.standardLand && facts.landKind === 'standard-land'
  const isPrior = (m: Matter) => standardLand && ['gov-prior', 'regional'].includes(m.standardLand.mode)
  const holds = holdsOf(inPlan, { ...switches, standardLand }, isPrior)
  const base = ordinalOnOrAfter(calendar, dayNumber(request.start))
  const date = (t: number) => dayFromNumber(dayOfOrdinal(calendar, base + Math.floor(t)))
  const add = (t: number, limit: Limit): number => {
    if (limit.unit === 'workday' || limit.days === 0) return t + limit.days
    return Math.max(t, ordinalOnOrAfter(calendar, dayNumber(date(t)) + limit.days) - base)
  }
  const times = new Map<string, NaiveTimes>()
  const timeOf = (m: Matter): NaiveTimes => {
    const known = times.get(m.code)
    if (known) return known
    const held = holds.get(m.code)
    const latest = (matters: readonly Matter[] = []) => Math.max(0, ...matters.map((p) => timeOf(p).finish))
    const start = latest(held?.start)
    const filed = isPrior(m) ? 0 : start + (switches.fastPreparation ? m.preparation.fast : m.preparation.normal)
    const limit = switches.promised ? m.handling.committed : m.handling.statutory
    const floor = m.handling.floor ? add(filed, m.handling.floor) : 0
    const handled = m.durationFact ? filed + Number(facts[m.durationFact]) : Math.max(add(filed, limit), floor)
    const finish = isPrior(m) ? 0 : Math.max(handled, latest(held?.decision))
    const time = { start, filed, finish, startDate: date(start), finishDate: date(finish) }
    times.set(m.code, time)
    return time
  }
  for (const matter of inPlan) timeOf(matter)
  return times
}

function holdsOf(inPlan: Matter[], switches: Switches, isPrior: (m: Matter) => boolean): Map<string, Holds> {
  const holds = new Map<string, Holds>(inPlan.map((m) => [m.code, { start: [], decision: [] }]))
  for (const matter of inPlan.filter((m) => !isPrior(m))) {
    for (const input of matter.inputs) {
      const producers = inPlan.filter((p) => p !== matter && p.outputs.some((o) => o.code === input.ref))
      const effect = effectOf(input, switches)
      if (effect === 'start' || effect === 'decision') holds.get(matter.code)?.[effect].push(...producers)
      if (!effect.startsWith('matter:')) continue
      const supplier = inPlan.find((m) => `matter:${m.code}` === effect)
      if (!supplier) holds.get(matter.code)?.decision.push(...producers)
      else if (!isPrior(supplier)) holds.get(supplier.code)?.start.push(...producers)
    }
  }
  return holds
}

function effectOf(input: MatterInput, switches: Switches): string {
  if (input.treatment === 'hard') return input.preReview && switches.preReview ? 'decision' : 'start'
  if (input.treatment === 'commitment') return switches.commitment ? 'none' : 'start'
  if (input.treatment === 'regional') return switches.standardLand ? 'none' : 'start'
  if (!switches.deferral) return 'start'
  return input.supplyBy?.startsWith('workdays:') ? 'none' : (input.supplyBy ?? 'decision')
}
