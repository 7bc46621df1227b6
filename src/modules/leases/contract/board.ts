import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { spaceUses } from '../../space/contract/words.ts'
import { LeasedUnit, LeaseLine } from '../contract.ts'

const Idle = z.object({
  unit: LeasedUnit,
  building: z.string(),
  use: z.enum(spaceUses),
  published: z.boolean(),
  /** The first day without a lessee; null: never let. */
  since: z.string().nullable(),
  days: z.number().int().nullable(),
})

/** What an operator looks at first: expiring, in arrears, idle; occupancy from leases alone. */
export const readBoard = endpoint({
  method: 'GET',
  permission: 'leases.oversee',
  effect: 'read',
  name: 'leases.readBoard',
  path: '/api/zones/:zone/lease-board',
  summary: { zh: '到期、欠租和空置', en: 'Expiring, in arrears, idle' },
  input: z.strictObject({ zone: z.string() }),
  output: z.object({
    day: z.string(),
    /** Null: the zone has entered no rule for that day. */
    rule: z.object({ warnDays: z.number().int(), idleMonths: z.number().int() }).nullable(),
    occupancy: z.object({ letSqm: z.number(), totalSqm: z.number(), share: z.number().nullable() }),
    expiring: z.array(LeaseLine),
    arrears: z.array(LeaseLine),
    idle: z.array(Idle.extend({ alarm: z.boolean() })),
    buildings: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        longitude: z.number().nullable(),
        latitude: z.number().nullable(),
        units: z.number().int(),
        let: z.number().int(),
        letSqm: z.number(),
        totalSqm: z.number(),
        expiring: z.number().int(),
      }),
    ),
  }),
})
