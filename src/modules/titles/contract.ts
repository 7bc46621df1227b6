import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { titleLevels } from './contract/title.ts'

export const titleStandings = ['standing', 'future', 'expired', 'revoked'] as const

/** A title as it stands today; `daysLeft` to its re-assessment or its end, negative when that day has passed. */
export const Title = z.object({
  id: z.string(),
  name: z.string(),
  level: z.enum(Object.keys(titleLevels) as (keyof typeof titleLevels)[]),
  grantedBy: z.string(),
  document: z.string(),
  grantedOn: z.string(),
  validUntil: z.string().nullable(),
  reassessOn: z.string().nullable(),
  standing: z.enum(titleStandings),
  daysLeft: z.int().nullable(),
  /** Within the days before which the rule reminds, or past. */
  due: z.boolean(),
})
export type Title = z.infer<typeof Title>

export const listTitles = endpoint({
  name: 'titles.listTitles',
  method: 'GET',
  path: '/api/zones/:zone/titles',
  permission: 'titles.read',
  effect: 'read',
  summary: { zh: '开发区称号：级别、期限和复核', en: 'Titles: level, term and re-assessment' },
  input: z.strictObject({ zone: z.string() }),
  output: z.object({ titles: z.array(Title), remindDays: z.int() }),
})
