import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { ledgers } from './contract/investment.ts'

/** How far a project is: its last monthly report, and its three ledgers side by side. Amounts are yuan as decimal text. */
export const ProjectProgress = z.object({
  reports: z.array(
    z.object({
      id: z.string(),
      month: z.string(),
      planned: z.number().nullable(),
      actual: z.number(),
      done: z.string(),
    }),
  ),
  ledgers: z.array(z.object({ ledger: z.enum(ledgers), total: z.string(), lastMonth: z.string().nullable() })),
  /** Of the project's record; null: not known. */
  investmentYuan: z.string().nullable(),
})
export type ProjectProgress = z.infer<typeof ProjectProgress>

export const getProgress = endpoint({
  name: 'progress.getProgress',
  method: 'GET',
  path: '/api/zones/:zone/projects/:project/progress',
  permission: 'progress.read',
  effect: 'read',
  summary: { zh: '项目进展与三本投资台账', en: 'How far a project is, and its three ledgers of investment' },
  input: z.strictObject({ zone: z.string(), project: z.uuid() }),
  output: ProjectProgress,
})
