import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { AgreedIndicator } from './indicator.ts'
import { Clause, Dates, NewInstalment, Yuan } from './offerings.ts'
import { landKinds, purposes } from './words.ts'

const zone = z.string()
const Day = z.iso.date()
const Named = z.object({ id: z.string(), name: z.string() })
const words = z.string().trim().min(1).max(200)
const Text = z.object({ zh: z.string(), en: z.string() })

export const ContractLine = z.object({
  id: z.string(),
  version: z.int(),
  number: z.string(),
  parcel: Named,
  enterprise: Named,
  project: Named.nullable(),
  landKind: z.enum(landKinds),
  purpose: z.enum(purposes),
  areaSqm: z.number(),
  priceYuan: z.string(),
  signedOn: z.string(),
  dates: z.object({
    ...{ handoverDue: z.string(), startDue: z.string(), completionDue: z.string(), productionDue: z.string() },
    outputDue: z.string(),
  }),
  handedOverOn: z.string().nullable(),
  paidYuan: z.string(),
  /** Of instalments whose day has passed. */
  overdueYuan: z.string(),
  interestYuan: z.string(),
  sample: z.boolean(),
})
export type ContractLine = z.infer<typeof ContractLine>

export const LandContract = ContractLine.extend({
  buildNumber: z.string().nullable(),
  planningConditions: z.string(),
  lateStartPermille: z.number(),
  lateCompletionPermille: z.number(),
  capPercent: z.number().nullable(),
  handoverDocument: z.string().nullable(),
  indicators: z.array(AgreedIndicator),
  clauses: z.array(
    z.object({
      kind: Clause.shape.kind,
      words: z.string(),
      flags: z.array(
        z.object({
          code: z.string(),
          title: Text,
          advice: Text,
          article: z.string(),
          found: z.array(z.string()),
          answer: z.string().nullable(),
        }),
      ),
    }),
  ),
  instalments: z.array(
    z.object({
      ...{ dueOn: z.string(), amountYuan: z.string(), paidYuan: z.string(), interestYuan: z.string() },
      ...{ daysLate: z.int(), state: z.enum(['open', 'late', 'paid']) },
    }),
  ),
  latePermille: z.number(),
  payments: z.array(z.object({ paidOn: z.string(), amountYuan: z.string(), document: z.string(), by: z.string() })),
  /** What is issued with the contract or soon after: by whom, by when, and whether it is there. */
  permits: z.array(
    z.object({
      ...{ code: z.string(), title: Text, issuer: Text, dueOn: z.string(), source: z.string() },
      /** As the case of the project says that granted it; as it was entered by hand where there is none. */
      ...{ number: z.string().nullable(), issuedOn: z.string().nullable(), caseId: z.string().nullable() },
    }),
  ),
  holders: z.array(z.object({ enterprise: Named, since: z.string(), document: z.string() })),
})
export type LandContract = z.infer<typeof LandContract>

const base = '/api/zones/:zone/land-contracts' as const

export const listContracts = endpoint({
  name: 'supply.listContracts',
  method: 'GET',
  path: base,
  permission: 'supply.read',
  effect: 'read',
  summary: { zh: '出让合同', en: 'Land contracts' },
  input: z.strictObject({ zone, project: z.uuid().optional() }),
  output: z.object({ contracts: z.array(ContractLine) }),
})

export const getContract = endpoint({
  name: 'supply.getContract',
  method: 'GET',
  path: `${base}/:id`,
  permission: 'supply.read',
  effect: 'read',
  summary: { zh: '一份出让合同：指标、条款、价款、许可', en: 'One land contract: indicators, clauses, price, permits' },
  input: z.strictObject({ zone, id: z.uuid() }),
  output: LandContract,
})

const step = { method: 'POST', effect: 'write', output: LandContract } as const
const one = { zone, id: z.uuid(), version: z.int(), happenedOn: Day }

export const payPrice = endpoint({
  ...{ ...step, name: 'supply.pay', path: `${base}/:id/pay`, permission: 'supply.pay' },
  summary: { zh: '登记缴款', en: 'Enter a payment' },
  /** `document`: number of the receipt. */
  input: z.strictObject({ ...one, amountYuan: Yuan, document: words }),
})

export const handOver = endpoint({
  ...{ ...step, name: 'supply.handOver', path: `${base}/:id/hand-over`, permission: 'supply.offer' },
  summary: { zh: '交地', en: 'Hand the land over' },
  input: z.strictObject({ ...one, document: words }),
})

export const notePermit = endpoint({
  ...{ ...step, name: 'supply.notePermit', path: `${base}/:id/note-permit`, permission: 'supply.offer' },
  summary: { zh: '登记许可证', en: 'Enter a permit' },
  input: z.strictObject({ ...one, code: words, number: words }),
})

/** The duties of the contract move with the land: 浙江省土地管理条例 (2021) Art. 35. */
export const transferLand = endpoint({
  ...{ ...step, name: 'supply.transfer', path: `${base}/:id/transfer`, permission: 'supply.offer' },
  summary: { zh: '土地转让，义务随地走', en: 'Transfer: the duties move with the land' },
  input: z.strictObject({ ...one, enterprise: z.uuid(), project: z.uuid().nullable().default(null), document: words }),
})

/** A contract from before the platform, with what has happened since. */
export const BroughtIn = z.strictObject({
  ...{ parcel: z.uuid(), enterprise: z.uuid(), project: z.uuid().nullable().default(null) },
  ...{ number: words, buildNumber: words.nullable().default(null), signedOn: Day, priceYuan: Yuan },
  ...{ purpose: z.enum(purposes), planningConditions: words, dates: Dates },
  indicators: z.array(AgreedIndicator).max(20),
  clauses: z.array(Clause).max(10).default([]),
  instalments: z.array(NewInstalment).min(1).max(12),
  payments: z
    .array(z.strictObject({ paidOn: Day, amountYuan: Yuan, document: words }))
    .max(24)
    .default([]),
  lateStartPermille: z.number().min(0).max(10),
  lateCompletionPermille: z.number().min(0).max(10),
  capPercent: z.number().min(0).max(100).nullable(),
  handedOverOn: Day.nullable().default(null),
  /** Days on which these were reached, as they were checked before the platform. */
  reached: z
    .strictObject({
      ...{ start: Day.optional(), completion: Day.optional(), production: Day.optional(), output: Day.optional() },
    })
    .default({}),
})
export type BroughtIn = z.infer<typeof BroughtIn>

export const bringInContracts = endpoint({
  name: 'supply.bringIn',
  method: 'POST',
  path: `${base}/bring-in`,
  permission: 'supply.offer',
  effect: 'write',
  summary: { zh: '补录已签合同', en: 'Bring in contracts signed before' },
  input: z.strictObject({ zone, contracts: z.array(BroughtIn).min(1).max(200) }),
  output: z.object({ contracts: z.array(z.object({ id: z.string(), number: z.string(), version: z.int() })) }),
})
