import { z } from 'zod'
import { Problem } from '../../../kernel/problem.ts'
import { Switches } from '../contract/switches.ts'
import { Zone } from '../contract.ts'

/** A zone as `data/zones/<code>.json` has it: what people edit before the first start. */
export const ZoneFile = Zone.omit({ id: true }).extend({
  code: z.string().regex(/^[a-z][a-z0-9-]*$/),
  countyCode: z.string().regex(/^\d{6}$/),
  /** The reforms with which a new zone starts; afterwards the zone's own settings count. */
  reforms: Switches,
  reformsConfidence: z.string(),
  note: z.string().optional(),
})
export type ZoneFile = z.infer<typeof ZoneFile>

/** Reads the file, or refuses it by path and field. */
export function parseZoneFile(path: string, content: unknown): ZoneFile {
  const parsed = ZoneFile.strict().safeParse(content)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const field = issue?.path.join('.') ?? ''
  throw new Problem(
    'invalid_input',
    'zones.file_malformed',
    {
      zh: `data/${path} 的“${field}”有误：${issue?.message}`,
      en: `"${field}" of data/${path} is wrong: ${issue?.message}`,
    },
    { path, field },
  )
}
