import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { AgreedIndicator } from './indicator.ts'
import { clauseKinds, landKinds, methods, offeringStates, purposes } from './words.ts'

const zone = z.string()
const Day = z.iso.date()
export const Yuan = z.string().regex(/^\d{1,16}(\.\d{1,2})?$/)
const Named = z.object({ id: z.string(), name: z.string() })
const words = z.string().trim().min(1).max(200)

export const Offering = z.object({
  id: z.string(),
  version: z.int(),
  number: z.string(),
  parcel: Named,
  method: z.enum(methods),
  purpose: z.enum(purposes),
  landKind: z.enum(landKinds),
  areaSqm: z.number(),
  announcedOn: z.string(),
  opensOn: z.string(),
  closesOn: z.string(),
  startPriceYuan: z.string(),
  planningConditions: z.string(),
  indicators: z.array(AgreedIndicator),
  state: z.enum(offeringStates),
  buyer: Named.nullable(),
  project: Named.nullable(),
  priceYuan: z.string().nullable(),
  soldOn: z.string().nullable(),
  confirmation: z.string().nullable(),
  commitment: z.string().nullable(),
  /** Last day to sign after a deal; null before. */
  contractDueOn: z.string().nullable(),
  contract: z.string().nullable(),
  may: z.array(z.enum(['open', 'sell', 'fail', 'contract'])),
  sample: z.boolean(),
})
export type Offering = z.infer<typeof Offering>

export const OfferingRules = z.object({
  noticeDays: z.int(),
  listingDays: z.int(),
  floorsSource: z.string(),
  pricePerSqm: z.array(z.number()),
  pricesSource: z.string(),
  firstMonths: z.int(),
  firstPercent: z.number(),
  restMonths: z.int(),
  latePermille: z.number(),
  paymentSource: z.string(),
  lateStartPermille: z.number(),
  lateCompletionPermille: z.number(),
  capPercent: z.number(),
  contractSource: z.string(),
})
export type OfferingRules = z.infer<typeof OfferingRules>

const base = '/api/zones/:zone/land-offerings' as const

export const listOfferings = endpoint({
  name: 'supply.listOfferings',
  method: 'GET',
  path: base,
  permission: 'supply.read',
  effect: 'read',
  summary: { zh: '出让公告与成交', en: 'Notices and deals' },
  input: z.strictObject({ zone }),
  output: z.object({ rules: OfferingRules, offerings: z.array(Offering) }),
})

export const announce = endpoint({
  name: 'supply.announce',
  method: 'POST',
  path: base,
  permission: 'supply.offer',
  effect: 'write',
  summary: { zh: '发布出让公告', en: 'Publish the notice' },
  input: z.strictObject({
    ...{ zone, parcel: z.uuid(), number: words, method: z.enum(methods), purpose: z.enum(purposes) },
    ...{ announcedOn: Day, opensOn: Day, closesOn: Day, startPriceYuan: Yuan },
    /** Grade of the land, 1 to 15: it gives the national floor of the price. */
    landGrade: z.int().min(1).max(15),
    planningConditions: z.string().trim().max(200),
    indicators: z.array(AgreedIndicator).max(20),
  }),
  output: Offering,
})

const step = { method: 'POST', permission: 'supply.offer', effect: 'write' } as const
const one = { zone, id: z.uuid(), version: z.int(), happenedOn: Day }

export const openListing = endpoint({
  ...{ ...step, name: 'supply.open', path: `${base}/:id/open` },
  summary: { zh: '开始挂牌', en: 'Open the listing' },
  input: z.strictObject(one),
  output: Offering,
})

export const sell = endpoint({
  ...{ ...step, name: 'supply.sell', path: `${base}/:id/sell` },
  summary: { zh: '确认成交', en: 'Confirm the deal' },
  input: z.strictObject({
    ...{ ...one, enterprise: z.uuid(), project: z.uuid().nullable().default(null), priceYuan: Yuan },
    /** Numbers of the 成交确认书 and of the bidder's 承诺书. */
    confirmation: words,
    commitment: words.nullable().default(null),
  }),
  output: Offering,
})

export const failOffering = endpoint({
  ...{ ...step, name: 'supply.fail', path: `${base}/:id/fail` },
  summary: { zh: '未成交', en: 'Not sold' },
  input: z.strictObject({ ...one, reason: z.string().trim().min(1).max(1000) }),
  output: Offering,
})

export const Dates = z.strictObject({
  ...{ handoverDue: Day, startDue: Day, completionDue: Day, productionDue: Day, outputDue: Day },
})
export const Clause = z.strictObject({ kind: z.enum(clauseKinds), words: z.string().trim().max(4000) })
export const NewInstalment = z.strictObject({ dueOn: Day, amountYuan: Yuan })

/** Two contracts of one day: on the land, and (standard land) on what is built there. */
export const signContract = endpoint({
  ...{ ...step, name: 'supply.contract', path: `${base}/:id/contract` },
  summary: { zh: '签订合同', en: 'Sign the contracts' },
  input: z.strictObject({
    ...{ ...one, number: words, buildNumber: words.nullable().default(null), dates: Dates },
    clauses: z.array(Clause).max(10),
    instalments: z.array(NewInstalment).min(1).max(12),
    lateStartPermille: z.number().min(0).max(10),
    lateCompletionPermille: z.number().min(0).max(10),
    capPercent: z.number().min(0).max(100).nullable(),
    /** Flags of clauses that somebody has answered for: the reason by the code of the rule. */
    answered: z.record(z.string(), z.string().trim().min(1).max(500)).default({}),
  }),
  output: Offering,
})
