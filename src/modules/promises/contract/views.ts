import { z } from 'zod'
import {
  checkKinds,
  checkStates,
  type IdleState,
  idleActs,
  idleCauses,
  idleStateLabels,
  penaltyKinds,
} from './words.ts'

const Named = z.object({ id: z.string(), name: z.string() })
const idleStates = Object.keys(idleStateLabels) as [IdleState, ...IdleState[]]

export const Measure = z.object({
  code: z.string(),
  name: z.string(),
  op: z.enum(['gte', 'lte']),
  agreed: z.number(),
  unit: z.string(),
  /** Threshold version of the contract. */
  threshold: z.string(),
  actual: z.number().nullable(),
  source: z.string().nullable(),
  measuredOn: z.string().nullable(),
  /** Null: not measured. */
  kept: z.boolean().nullable(),
})
export type Measure = z.infer<typeof Measure>

export const Check = z.object({
  id: z.string(),
  version: z.int(),
  kind: z.enum(checkKinds),
  round: z.int(),
  state: z.enum(checkStates),
  /** With the extensions of the start. */
  dueOn: z.string(),
  /** Calendar days over the due day: until it was reached, else until today. */
  daysLate: z.int(),
  reached: z.boolean().nullable(),
  reachedOn: z.string().nullable(),
  checkedOn: z.string().nullable(),
  checker: z.string().nullable(),
  note: z.string().nullable(),
  objection: z.string().nullable(),
  objectedOn: z.string().nullable(),
  decidedOn: z.string().nullable(),
  decision: z.string().nullable(),
  rectifyUntil: z.string().nullable(),
  measures: z.array(Measure),
  may: z.array(z.enum(['record', 'object', 'decide'])),
})
export type Check = z.infer<typeof Check>

const PenaltyView = z.object({
  id: z.string(),
  version: z.int(),
  kind: z.enum(penaltyKinds),
  name: z.string().nullable(),
  amountYuan: z.string(),
  arithmetic: z.string(),
  capped: z.boolean(),
  decidedOn: z.string(),
  paidOn: z.string().nullable(),
  paidDocument: z.string().nullable(),
})

export const Idle = z.object({
  state: z.enum(idleStates),
  standing: z.boolean(),
  excusedDays: z.int(),
  feeOn: z.string().nullable(),
  takeBackOn: z.string().nullable(),
  feeLimitYuan: z.string(),
  causes: z.array(
    z.object({
      ...{ id: z.string(), version: z.int(), cause: z.enum(idleCauses), from: z.string() },
      ...{ until: z.string().nullable(), document: z.string() },
    }),
  ),
  acts: z.array(
    z.object({
      ...{ act: z.enum(idleActs), on: z.string(), document: z.string(), reason: z.string() },
      ...{ amountYuan: z.string().nullable(), by: z.string() },
    }),
  ),
})

/** Everything that one land contract promises, and how far it is kept. */
export const Promised = z.object({
  contract: z.object({ id: z.string(), number: z.string() }),
  parcel: Named,
  enterprise: Named,
  project: Named.nullable(),
  areaSqm: z.number(),
  priceYuan: z.string(),
  signedOn: z.string(),
  handedOverOn: z.string().nullable(),
  dates: z.object({
    ...{ startDue: z.string(), completionDue: z.string(), productionDue: z.string(), outputDue: z.string() },
  }),
  extensions: z.array(z.object({ months: z.int(), grantedOn: z.string(), document: z.string(), reason: z.string() })),
  extensionsLeft: z.int(),
  checks: z.array(Check),
  penalties: z.array(PenaltyView),
  idle: Idle,
  site: z
    .object({
      ...{ on: z.string(), stoppedOn: z.string().nullable(), builtPercent: z.number().nullable() },
      spentPercent: z.number().nullable(),
    })
    .nullable(),
  sample: z.boolean(),
})
export type Promised = z.infer<typeof Promised>
