import { z } from 'zod'
import {
  channelKinds,
  closeCauses,
  paymentBases,
  reviewOutcomes,
  twinDecisions,
  visitKinds,
} from '../../../modules/promotion/contract/words.ts'
import { Before } from '../data.ts'

const key = z.string().regex(/^[a-z][a-z0-9-]*$/)
const money = z.string().regex(/^\d+\.\d{2}$/)

/** How one lead went on after its first calls. */
const Progress = z.strictObject({
  lead: key,
  marks: z
    .array(
      z.strictObject({ on: Before, by: z.string(), marks: z.record(z.string(), z.number()), evidence: z.string() }),
    )
    .default([]),
  talks: z
    .strictObject({
      on: Before,
      reason: z.string().nullable(),
      rounds: z.array(
        z.strictObject({ on: Before, topic: z.string(), agreed: z.string(), open: z.string().optional() }),
      ),
    })
    .optional(),
  agreement: z
    .strictObject({
      ...{ on: Before, title: z.string(), amountYuan: money, number: z.string() },
      clauses: z.array(z.strictObject({ heading: z.string(), words: z.string() })),
      reviews: z
        .array(
          z.strictObject({
            on: Before,
            place: z.int(),
            flag: z.string(),
            outcome: z.enum(reviewOutcomes),
            reason: z.string(),
          }),
        )
        .default([]),
      /** Left out: still a draft. */
      signedOn: Before.optional(),
    })
    .optional(),
  payments: z
    .array(
      z.strictObject({
        ...{ on: Before, basis: z.enum(paymentBases), amount: money, document: z.string() },
        counter: z.strictObject({ on: Before, reason: z.string() }).optional(),
      }),
    )
    .default([]),
  handOver: Before.optional(),
  close: z.strictObject({ on: Before, cause: z.enum(closeCauses), reason: z.string() }).optional(),
  /** This lead goes on, the other ends in it or is said to be another. */
  twin: z.strictObject({ on: Before, other: key, decision: z.enum(twinDecisions), reason: z.string() }).optional(),
})
export type Progress = z.infer<typeof Progress>

/** What a zone shows of its promotion. */
export const Told = z.strictObject({
  note: z.string(),
  funds: z
    .array(
      z.strictObject({
        ...{ key, name: z.string(), kind: z.enum(['private', 'guidance', 'industry']), amountYuan: money },
        ...{ manager: z.string(), field: z.string(), setUpOn: Before },
      }),
    )
    .default([]),
  enclaves: z
    .array(
      z.strictObject({
        ...{ key, name: z.string(), kind: z.enum(['science', 'industry', 'talent']), city: z.string() },
        ...{ areaM2: z.number(), openedOn: Before },
      }),
    )
    .default([]),
  channels: z.array(
    z.strictObject({
      ...{ key, name: z.string(), kind: z.enum(channelKinds) },
      ...{ fund: key.optional(), enclave: key.optional(), team: key.optional() },
    }),
  ),
  teamParts: z.array(
    z.strictObject({
      ...{
        team: key,
        part: z.enum(['lead', 'service', 'industry']),
        duty: z.string(),
        industry: z.string().optional(),
      },
    }),
  ),
  batches: z.array(
    z.strictObject({
      on: Before,
      leads: z.array(
        z.strictObject({
          ...{
            key,
            company: z.string(),
            uscc: z.string().nullable().default(null),
            name: z.string(),
            channel: key,
            owner: key.optional(),
            foundOn: Before,
          },
          ...{
            industryCode: z.string(),
            region: z.string(),
            investmentYuan: money.nullable(),
            landMu: z.number().nullable(),
          },
          ...{ parcel: z.string().nullable(), summary: z.string().nullable(), contactPost: z.string() },
          /** The telephone is that of another lead of the list: the same person is entered twice. */
          phoneOf: key.optional(),
        }),
      ),
    }),
  ),
  visits: z.array(
    z.strictObject({
      on: Before,
      rows: z.array(
        z.strictObject({
          ...{ lead: key, kind: z.enum(visitKinds), note: z.string() },
          /** Days of the calendar until the next contact. */
          nextIn: z.int().min(1).nullable(),
          nextStep: z.string().nullable(),
        }),
      ),
    }),
  ),
  progress: z.array(Progress),
})
export type Told = z.infer<typeof Told>
