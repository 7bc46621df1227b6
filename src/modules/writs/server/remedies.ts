import { z } from 'zod'
import { readDataFile } from '../../../platform/data-files.ts'

const Term = z.strictObject({
  text: z.string(),
  source: z.string(),
  confidence: z.string(),
  from: z.iso.date(),
  until: z.iso.date().nullable(),
})
const Remedies = z.strictObject({ note: z.string(), review: z.array(Term).min(1), sue: z.array(Term).min(1) })

let known: z.infer<typeof Remedies> | undefined

/** The time to ask for review and to sue, as the law has it on this day: data/writs/remedies.json. */
export function remediesOn(day: string): { review: string; sue: string } {
  known ??= Remedies.parse(readDataFile('writs/remedies.json'))
  const { review, sue } = known
  return { review: inForce(review, day), sue: inForce(sue, day) }
}

function inForce(terms: readonly z.infer<typeof Term>[], day: string): string {
  const found = terms.findLast(({ from, until }) => from <= day && (until === null || day <= until))
  return (found ?? terms[0])?.text ?? '法定期限'
}
