import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import type { Label } from '../../kernel/label.ts'

export const holderKinds = {
  enterprise: { zh: '企业法人', en: 'Enterprise' },
  person: { zh: '自然人', en: 'Natural person' },
  state: { zh: '国有股东', en: 'State' },
  fund: { zh: '基金', en: 'Fund' },
  other: { zh: '其他组织', en: 'Other' },
} as const satisfies Readonly<Record<string, Label>>
export type HolderKind = keyof typeof holderKinds
const kindNames = Object.keys(holderKinds) as [HolderKind, ...HolderKind[]]

const zone = z.string()
const money = z.string().regex(/^\d{1,16}(\.\d{1,2})?$/)

const NewHolder = z.strictObject({
  /** Of a natural person as the public register shows it. */
  name: z.string().trim().min(1).max(100),
  kind: z.enum(kindNames),
  /** The holder itself, where it is an enterprise of this zone. */
  holderId: z.uuid().nullable().default(null),
  /** 0 to 100, four places. */
  percent: z.number().positive().max(100).multipleOf(0.0001),
  paidInYuan: money.nullable().default(null),
})
export type NewHolder = z.infer<typeof NewHolder>

export const Holding = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(kindNames),
  holderId: z.string().nullable(),
  percent: z.number(),
  paidInYuan: z.string().nullable(),
  heldFrom: z.string(),
  /** The first day on which it is no longer held. */
  heldUntil: z.string().nullable(),
  document: z.string(),
  sample: z.boolean(),
})
export type Holding = z.infer<typeof Holding>

export const Ownership = z.object({
  enterprise: z.object({ id: z.string(), name: z.string() }),
  day: z.string(),
  /** In force on the day, the largest first. */
  holders: z.array(Holding),
  /** What is not known of 100. */
  unknownPercent: z.number(),
  /** Ended before the day, or not begun. */
  others: z.array(Holding),
  /** Enterprises of the zone of which this one holds shares on the day. */
  holds: z.array(z.object({ id: z.string(), name: z.string(), percent: z.number() })),
})
export type Ownership = z.infer<typeof Ownership>

export const getOwnership = endpoint({
  name: 'ownership.getOwnership',
  method: 'GET',
  path: '/api/zones/:zone/ownership/:id',
  permission: 'ownership.read',
  effect: 'read',
  summary: { zh: '企业股权及其历史', en: 'Who holds an enterprise, and who did' },
  input: z.object({ zone, id: z.uuid(), on: z.iso.date().optional() }),
  output: Ownership,
})

export const recordHolders = endpoint({
  name: 'ownership.recordHolders',
  method: 'POST',
  path: '/api/zones/:zone/ownership/:id',
  permission: 'ownership.write',
  effect: 'write',
  summary: { zh: '登记某日起的股东名册', en: 'Record the register of shareholders from a day on' },
  input: z.strictObject({
    zone,
    id: z.uuid(),
    asOf: z.iso.date(),
    document: z.string().trim().min(1).max(200),
    holders: z.array(NewHolder).max(200),
  }),
  output: Ownership,
})
