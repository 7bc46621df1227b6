import type { Day } from '../../../kernel/calendar.ts'
import { type Dated, latestOn } from '../../../kernel/dated.ts'
import { type CaseRules, type RuleName, ruleNames, ruleReaders } from '../contract/rules.ts'

/** One rule as data: what holds from a day on, until a day, and by what source. */
export interface RuleEntry extends Dated {
  readonly rule: RuleName
  readonly value: string
  readonly source: string
}

/** Whether a text is a value of this rule. */
export function isValueOf(rule: string, value: string): boolean {
  return rule in ruleReaders && ruleReaders[rule as RuleName].safeParse(value).success
}

/** The rules on a day: of each the entry that began last, the zone's own before the national ones. */
export function rulesOn(
  day: Day,
  entries: { readonly national: readonly RuleEntry[]; readonly zone: readonly RuleEntry[] },
): CaseRules {
  const chosen = ruleNames.map(
    (rule) => [rule, latest(entries.zone, rule, day) ?? latest(entries.national, rule, day)] as const,
  )
  const values = chosen.map(([rule, entry]) => {
    if (!entry) throw new RangeError(`no rule ${rule} holds on ${day}`)
    return [rule, ruleReaders[rule].parse(entry.value)]
  })
  const sources = chosen.map(([rule, entry]) => [rule, entry?.source ?? ''])
  return { ...Object.fromEntries(values), sources: Object.fromEntries(sources) } as CaseRules
}

function latest(entries: readonly RuleEntry[], rule: RuleName, day: Day): RuleEntry | undefined {
  return latestOn(
    entries.filter((entry) => entry.rule === rule),
    day,
  )
}
