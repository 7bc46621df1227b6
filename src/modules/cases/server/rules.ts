import { z } from 'zod'
import type { Day } from '../../../kernel/calendar.ts'
import { readDataFolder } from '../../../platform/data-files.ts'
import type { Database } from '../../../platform/module.ts'
import { Confidence } from '../../matters/contract/catalogue.ts'
import { type CaseRules, type RuleName, ruleNames } from '../contract/rules.ts'
import { isValueOf, type RuleEntry, rulesOn } from '../domain/rules.ts'
import type {} from './table.ts'

const File = z.strictObject({
  note: z.string(),
  rules: z.array(
    z
      .strictObject({
        rule: z.enum(ruleNames as [RuleName, ...RuleName[]]),
        value: z.string(),
        validFrom: z.iso.date(),
        source: z.string().min(1),
        confidence: Confidence,
      })
      .refine(({ rule, value }) => isValueOf(rule, value), { path: ['value'], message: 'no value of this rule' }),
  ),
})

let kept: readonly RuleEntry[] | undefined

/** The national defaults of `data/rules/cases.json`, read once. */
function national(): readonly RuleEntry[] {
  kept ??= readDataFolder('rules')
    .filter(({ path }) => path.endsWith('cases.json'))
    .flatMap(({ content }) => File.parse(content).rules)
    .map((entry) => ({ ...entry, validUntil: null }))
  return kept
}

/** The rules of handling that hold in a zone on a day. Needs the zone's context. */
export async function rulesIn(db: Database, zoneId: string, day: Day): Promise<CaseRules> {
  const rows = await db
    .selectFrom('cases.rules')
    .select(['rule', 'value', 'valid_from', 'valid_until', 'source'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
  const zone = rows.map(({ rule, value, valid_from: validFrom, valid_until: validUntil, source }) => ({
    ...{ rule, value, source, validFrom, validUntil },
  }))
  return rulesOn(day, { national: national(), zone: zone.filter(({ rule, value }) => isValueOf(rule, value)) })
}
