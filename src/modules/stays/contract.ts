import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { levels } from './contract/level.ts'

const zone = z.string()

/** Why a stay in a flat ends (租赁期内的退出情形). */
export const triggerLabels = {
  termOver: { zh: '期满', en: 'The term is over' },
  jobLeft: { zh: '离职', en: 'Left the employer' },
  homeBought: { zh: '在本地购房', en: 'Bought a home here' },
  empty: { zh: '空置过久', en: 'Stood empty too long' },
  sublet: { zh: '转租转借', en: 'Sublet' },
  own: { zh: '本人退房', en: 'Left by own wish' },
} as const
export type Trigger = keyof typeof triggerLabels
const triggers = Object.keys(triggerLabels) as [Trigger, ...Trigger[]]

export const Queued = z.object({
  id: z.string(),
  title: z.string(),
  employer: z.string(),
  level: z.enum(levels),
  appliedOn: z.string(),
  family: z.number().int(),
  position: z.number().int(),
  /** Why it stands here, in words. */
  reason: z.object({ zh: z.string(), en: z.string() }),
  /** Null: nothing is in the way. */
  hindrance: z.object({ zh: z.string(), en: z.string() }).nullable(),
})
export type Queued = z.infer<typeof Queued>

export const Tenancy = z.object({
  id: z.string(),
  version: z.number().int(),
  application: z.object({ id: z.string(), title: z.string(), level: z.enum(levels) }),
  employer: z.string(),
  unit: z.object({ id: z.string(), code: z.string(), areaSqm: z.number() }),
  startsOn: z.string(),
  endsOn: z.string(),
  endedOn: z.string().nullable(),
  trigger: z.enum(triggers).nullable(),
  daysLeft: z.number().int(),
  /** In its last days by the rule of its level. */
  expiring: z.boolean(),
  /** Yuan a month: what the person pays, and beside it what the zone pays to the operator. */
  ownRent: z.string(),
  subsidy: z.string(),
  sample: z.boolean(),
})
export type Tenancy = z.infer<typeof Tenancy>

export const Flats = z.object({
  day: z.string(),
  queue: z.array(Queued),
  tenancies: z.array(Tenancy),
  free: z.array(z.object({ id: z.string(), code: z.string(), areaSqm: z.number() })),
  receptions: z.object({ batches: z.number().int(), personTimes: z.number().int() }),
})
export type Flats = z.infer<typeof Flats>

export const readFlats = endpoint({
  name: 'stays.readFlats',
  method: 'GET',
  path: '/api/zones/:zone/apartments',
  permission: 'stays.follow',
  effect: 'read',
  summary: { zh: '人才公寓：轮候、在住和空房', en: 'Talent apartments: queue, tenancies, free flats' },
  input: z.strictObject({ zone }),
  output: Flats,
})

const write = { method: 'POST', permission: 'stays.allot', effect: 'write', output: Flats } as const
const text = z.string().trim().min(1).max(500)

export const allotFlat = endpoint({
  ...write,
  name: 'stays.allotFlat',
  path: '/api/zones/:zone/apartment-applications/:id/allot',
  summary: { zh: '分配公寓', en: 'Allot a flat' },
  input: z.strictObject({
    zone,
    id: z.uuid(),
    unit: z.uuid(),
    startsOn: z.iso.date(),
    /** Why somebody who stands further down comes first. */
    outOfTurn: text.nullable().default(null),
  }),
})

export const extendTenancy = endpoint({
  ...write,
  name: 'stays.extendTenancy',
  path: '/api/zones/:zone/tenancies/:id/extend',
  summary: { zh: '续住一期', en: 'One more term' },
  input: z.strictObject({ zone, id: z.uuid(), version: z.int() }),
})

export const endTenancy = endpoint({
  ...write,
  name: 'stays.endTenancy',
  path: '/api/zones/:zone/tenancies/:id/end',
  summary: { zh: '退出公寓', en: 'End the tenancy' },
  input: z.strictObject({
    zone,
    id: z.uuid(),
    version: z.int(),
    happenedOn: z.iso.date(),
    trigger: z.enum(triggers),
    reason: text,
  }),
})
