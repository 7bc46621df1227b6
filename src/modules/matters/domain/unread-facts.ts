import { Problem } from '../../../kernel/problem.ts'
import type { Catalogue, FeeSchedule } from '../contract/catalogue.ts'
import type { Finding } from '../contract.ts'
import { factTypesOf, tryCompile } from './expressions.ts'
import { warning } from './refuse.ts'

/** Facts that are asked about and that no rule, fee or duration reads: answering them changes nothing. */
export function unreadFacts(catalogue: Catalogue, fees: FeeSchedule): Finding[] {
  const types = factTypesOf([...catalogue.facts, ...fees.facts])
  const read = new Set([
    ...catalogue.matters.flatMap(({ durationFact }) => durationFact ?? []),
    ...catalogue.matters.flatMap(({ applies }) => readsOf(applies, types, 'boolean')),
    ...fees.fees.flatMap(({ amount }) => readsOf(amount, types, 'number')),
    ...fees.fees.flatMap(({ waiver }) => (waiver === undefined ? [] : readsOf(waiver, types, 'boolean'))),
  ])
  return [...catalogue.facts, ...fees.facts]
    .filter(({ code }) => !read.has(code))
    .map(({ code }) =>
      warning(
        'matters.unread_fact',
        { matter: code, field: null },
        '没有任何规则读取这个要素',
        'no rule reads this fact',
      ),
    )
}

function readsOf(source: string, types: ReturnType<typeof factTypesOf>, type: 'boolean' | 'number'): readonly string[] {
  const rule = tryCompile(source, types, type)
  return rule instanceof Problem ? [] : rule.reads
}
