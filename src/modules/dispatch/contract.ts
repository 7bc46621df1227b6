import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { LitProject } from '../lights/contract.ts'
import { Stage } from '../projects/contract/stage.ts'

const Amount = z.string().nullable()

/** One project on the sheet: where it stands at the end of the month, and what has changed since the last meeting. */
export const SheetRow = z.object({
  id: z.string(),
  name: z.string(),
  stage: Stage,
  worst: LitProject.shape.worst,
  investmentYuan: Amount,
  /** Percent so far by the report of the month, and of the month before; null: no report. */
  planned: z.number().nullable(),
  actual: z.number().nullable(),
  before: z.number().nullable(),
  done: z.string().nullable(),
  next: z.string().nullable(),
  /** Of the month, each ledger by itself; null: no entry. */
  plannedYuan: Amount,
  paidYuan: Amount,
  statisticsYuan: Amount,
  milestones: z.array(
    z.object({
      title: z.string(),
      plannedOn: z.string(),
      forecastOn: z.string().nullable(),
      doneOn: z.string().nullable(),
    }),
  ),
  bottlenecks: z.array(z.object({ title: z.string(), owner: z.string(), level: z.int(), late: z.int() })),
  reasons: z.array(z.object({ zh: z.string(), en: z.string() })),
  changes: z.array(z.object({ zh: z.string(), en: z.string() })),
})
export type SheetRow = z.infer<typeof SheetRow>

export const getSheet = endpoint({
  name: 'dispatch.getSheet',
  method: 'GET',
  path: '/api/zones/:zone/dispatch-sheet',
  permission: 'dispatch.read',
  effect: 'read',
  summary: {
    zh: '项目调度会表：当月情况与上次会后的变化',
    en: 'Sheet of the dispatch meeting: the month, and what changed since the last one',
  },
  input: z.strictObject({
    zone: z.string(),
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .optional(),
  }),
  output: z.object({
    month: z.string(),
    /** The last meeting before today; null: there was none. */
    since: z.object({ title: z.string(), heldOn: z.string(), decisions: z.string().nullable() }).nullable(),
    rows: z.array(SheetRow),
  }),
})
