import { z } from 'zod'
import { holdingOn } from '../../../kernel/dated.ts'
import { readDataFile } from '../../../platform/data-files.ts'
import { assessmentKinds } from '../contract/assessment.ts'

const Rules = z.strictObject({
  note: z.string(),
  kinds: z.array(
    z.strictObject({
      kind: z.enum(assessmentKinds),
      required: z.boolean(),
      effect: z.enum(['not-repeated', 'simplified', 'form']),
      fact: z.string().nullable(),
      validFrom: z.iso.date(),
      validUntil: z.iso.date().nullable(),
      source: z.string().min(1),
      confidence: z.enum(['V', 'P', 'M', 'E']),
    }),
  ),
})

let known: z.infer<typeof Rules> | undefined

/** What is asked of each assessed matter on a day, as the installation ships it. */
export function kindRules(day: string) {
  known ??= Rules.parse(readDataFile('parcels/rules.json'))
  return holdingOn(known.kinds, day)
}
