import { z } from 'zod'
import { acceptanceKinds, acceptanceResults, sourceKinds, workKinds, workStates, workVerbs } from './words.ts'

const keys = <K extends string>(labels: Readonly<Record<K, unknown>>) => z.enum(Object.keys(labels) as K[])
const Label = z.object({ zh: z.string(), en: z.string() })
const day = z.string().nullable()

/** A work as it stands today. Amounts are yuan as decimal text, shares percent; null is unknown. */
export const WorkView = z.object({
  id: z.string(),
  version: z.int(),
  name: z.string(),
  kind: keys(workKinds),
  state: keys(workStates),
  plannedStart: day,
  plannedEnd: day,
  startedOn: day,
  completedOn: day,
  operatingOn: day,
  estimate: z.object({ first: z.string(), current: z.string(), versions: z.int() }).nullable(),
  contracted: z.string(),
  paid: z.string(),
  sources: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      kind: keys(sourceKinds),
      bondId: z.string().nullable(),
      planned: z.string(),
      received: z.string(),
      used: z.string(),
    }),
  ),
  contracts: z.array(
    z.object({
      id: z.string(),
      version: z.int(),
      title: z.string(),
      number: z.string(),
      party: z.string(),
      sme: z.boolean().nullable(),
      amount: z.string(),
      total: z.string(),
      changeShare: z.number(),
      paid: z.string(),
      changes: z.array(
        z.object({ id: z.string(), amount: z.string(), on: z.string(), reason: z.string(), document: z.string() }),
      ),
    }),
  ),
  payables: z.array(
    z.object({
      id: z.string(),
      contractId: z.string(),
      title: z.string(),
      amount: z.string(),
      owed: z.string(),
      deliveredOn: z.string(),
      /** Null: neither law nor contract sets a day. */
      dueOn: day,
      percent: z.number().nullable(),
    }),
  ),
  milestones: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      plannedOn: z.string(),
      forecastOn: day,
      doneOn: day,
      late: z.boolean(),
    }),
  ),
  reports: z.array(
    z.object({
      id: z.string(),
      month: z.string(),
      planned: z.number().nullable(),
      actual: z.number(),
      done: z.string(),
    }),
  ),
  acceptances: z.array(
    z.object({ id: z.string(), kind: keys(acceptanceKinds), result: keys(acceptanceResults), on: z.string() }),
  ),
  openDefects: z.int(),
  asset: z.object({ id: z.string(), name: z.string(), value: z.string().nullable() }).nullable(),
  warnings: z.array(z.object({ code: z.string(), red: z.boolean(), text: Label })),
  may: z.array(z.enum(workVerbs)),
  sample: z.boolean(),
})
export type WorkView = z.infer<typeof WorkView>
