import { z } from 'zod'
import { readDataFile } from '../../../platform/data-files.ts'
import type { ClauseRule } from '../domain/flag-clause.ts'

const Text = z.object({ zh: z.string().min(1), en: z.string().min(1) })

const Shipped = z.strictObject({
  note: z.string(),
  rules: z.array(
    z.strictObject({
      ...{ code: z.string(), article: z.string(), title: Text, advice: Text },
      groups: z.array(z.array(z.string().min(1)).min(1)).min(1),
      ...{ validFrom: z.iso.date(), source: z.string(), confidence: z.enum(['V', 'P', 'M', 'E']) },
    }),
  ),
})

let rules: readonly ClauseRule[] | undefined

/** The rules that point at clauses, as shipped in data/promotion/fair-competition.json. */
export function clauseRules(): readonly ClauseRule[] {
  rules ??= Shipped.parse(readDataFile('promotion/fair-competition.json')).rules
  return rules
}
