import type { Expression, Facts, FactTypes } from '../../../kernel/feel/compile.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { Catalogue } from '../contract/catalogue.ts'
import type { Finding } from '../contract.ts'
import { factTypesOf, tryCompile } from './expressions.ts'
import { warning } from './refuse.ts'

const trialsAtMost = 4_096

/**
 * Rules that answer the same whatever the facts: an applicability that is never true, or that reads facts and is never false.
 * Every fact is tried with each of its values (numbers: on, below and above every constant that they are compared with); where the
 * combinations are too many, a fixed sample of them, and the finding says how many trials there were and whether they were all.
 */
export function deadRules(catalogue: Catalogue): Finding[] {
  const types = factTypesOf(catalogue.facts)
  return catalogue.matters.flatMap(({ code, applies }) => {
    const rule = tryCompile(applies, types, 'boolean')
    if (rule instanceof Problem || rule.reads.length === 0) return []
    const { trials, all, met, failed } = tryOut(rule, types)
    const zh = all ? `试遍全部 ${trials} 种取值` : `抽试 ${trials} 种取值`
    const en = all ? `in all ${trials} combinations of values` : `in ${trials} trials`
    const at = { matter: code, field: 'applies' }
    if (!met) return [warning('matters.never_applies', at, `${zh}，从未成立`, `is never true ${en}`)]
    if (!failed) return [warning('matters.always_applies', at, `${zh}，从未不成立`, `is never false ${en}`)]
    return []
  })
}

interface Trials {
  readonly trials: number
  /** Whether they were all combinations that there are. */
  readonly all: boolean
  readonly met: boolean
  readonly failed: boolean
}

function tryOut(rule: Expression, types: FactTypes): Trials {
  const values = rule.reads.map((code) => valuesOf(code, rule, types))
  const combinations = values.reduce((product, list) => product * list.length, 1)
  const all = combinations <= trialsAtMost
  const trials = all ? combinations : trialsAtMost
  const next = stepsOf()
  let met = false
  let failed = false
  for (let i = 0; i < trials && !(met && failed); i++) {
    const value = rule.evaluate(all ? combination(rule.reads, values, i) : sampled(rule.reads, values, next))
    if (value === true) met = true
    if (value === false) failed = true
  }
  return { trials, all, met, failed }
}

function valuesOf(code: string, rule: Expression, types: FactTypes): readonly (boolean | number | string)[] {
  const fact = types.get(code)
  if (fact?.type === 'boolean') return [true, false]
  if (fact?.type === 'choice') return fact.options ?? []
  const constants = rule.thresholds.get(code) ?? []
  return [...new Set([0, ...constants.flatMap((n) => [n - 1, n - 0.001, n, n + 0.001, n + 1]), 1e9])]
}

function combination(codes: readonly string[], values: readonly (readonly Facts[string][])[], number: number): Facts {
  let rest = number
  const facts: Record<string, Facts[string]> = {}
  codes.forEach((code, i) => {
    const list = values[i] ?? []
    facts[code] = list[rest % list.length] ?? null
    rest = Math.floor(rest / list.length)
  })
  return facts
}

function sampled(
  codes: readonly string[],
  values: readonly (readonly Facts[string][])[],
  next: (below: number) => number,
): Facts {
  return Object.fromEntries(codes.map((code, i) => [code, values[i]?.[next(values[i]?.length ?? 1)] ?? null]))
}

/** The same steps each time (a linear congruential generator): a check of one catalogue says the same on every machine. */
function stepsOf(): (below: number) => number {
  let state = 12_345
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
