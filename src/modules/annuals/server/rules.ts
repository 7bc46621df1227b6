import { z } from 'zod'
import { Problem } from '../../../kernel/problem.ts'
import { readDataFile } from '../../../platform/data-files.ts'
import { annualItemNames, annualSourceNames } from '../contract/items.ts'
import { type CountingRule, ruleOn } from '../domain/counting.ts'

const sources = z.array(z.enum(annualSourceNames))

const Shipped = z.strictObject({
  note: z.string(),
  rules: z.array(
    z.strictObject({
      validFrom: z.iso.date(),
      validUntil: z.iso.date().nullable(),
      source: z.string().min(1),
      confidence: z.enum(['V', 'P', 'M', 'E']),
      order: sources,
      items: z.partialRecord(z.enum(annualItemNames), sources),
    }),
  ),
})

let shipped: readonly CountingRule[] | undefined

/** The rule of a day; refuses where there is none. */
export function countingRule(day: string): CountingRule {
  shipped ??= Shipped.parse(readDataFile('annuals/rules.json')).rules
  const rule = ruleOn(shipped, day)
  if (rule) return rule
  throw new Problem('rule_violated', 'annuals.no_rule', {
    zh: `${day} 没有施行中的数据来源规则，请在 data/annuals/rules.json 补充。`,
    en: `No rule on sources is in force on ${day}: add one to data/annuals/rules.json.`,
  })
}
