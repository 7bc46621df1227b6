import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { Likeness } from './twins.ts'

const zone = z.string()
const Text = (max: number) => z.string().trim().min(1).max(max)

const NewLead = z.strictObject({
  name: Text(200),
  company: Text(200),
  uscc: z.string().trim().max(18).nullable().default(null),
  channelId: z.uuid(),
  ownerId: z.uuid().nullable().default(null),
  teamId: z.uuid().nullable().default(null),
  industryCode: z.string().trim().max(5).nullable().default(null),
  region: z.string().trim().max(60).nullable().default(null),
  investmentYuan: z
    .string()
    .regex(/^\d{1,16}(\.\d{1,2})?$/)
    .nullable()
    .default(null),
  landMu: z.number().min(0).nullable().default(null),
  parcel: z.string().trim().max(60).nullable().default(null),
  foundOn: z.iso.date(),
  summary: z.string().trim().max(4000).nullable().default(null),
  contact: z
    .strictObject({
      name: Text(50),
      post: z.string().trim().max(50).nullable().default(null),
      phone: z.string().trim().max(40).nullable().default(null),
    })
    .nullable()
    .default(null),
})
export type NewLead = z.infer<typeof NewLead>

export const enterLead = endpoint({
  name: 'promotion.enterLead',
  method: 'POST',
  path: '/api/zones/:zone/leads/enter',
  permission: 'promotion.write',
  effect: 'write',
  summary: { zh: '登记线索（先查重）', en: 'Enter a lead, after a look for the same one' },
  /** `seen`: leads that may be the same and that the person has looked at; without them the entry is refused. */
  input: NewLead.extend({ zone, seen: z.array(z.uuid()).max(50).default([]) }),
  output: z.object({ id: z.string(), version: z.int(), twins: z.array(Likeness) }),
})

export const enterLeads = endpoint({
  name: 'promotion.enterLeads',
  method: 'POST',
  path: '/api/zones/:zone/leads/enter-many',
  permission: 'promotion.write',
  effect: 'write',
  summary: { zh: '一次登记多条线索，疑似重复列出待判', en: 'Enter many leads at once; what may be the same is listed' },
  input: z.strictObject({ zone, leads: z.array(NewLead).min(1).max(500) }),
  output: z.object({ ids: z.array(z.string()), twins: z.int() }),
})

export const findTwins = endpoint({
  name: 'promotion.findTwins',
  method: 'POST',
  path: '/api/zones/:zone/leads/look-alikes',
  permission: 'promotion.read',
  effect: 'read',
  summary: { zh: '登记前查重', en: 'Leads that may be the same as one that is being entered' },
  input: z.strictObject({
    zone,
    company: z.string().trim().max(200).default(''),
    name: z.string().trim().max(200).default(''),
    uscc: z.string().trim().max(18).nullable().default(null),
    phone: z.string().trim().max(40).nullable().default(null),
    industryCode: z.string().trim().max(5).nullable().default(null),
    investmentYuan: z.string().max(20).nullable().default(null),
    parcel: z.string().trim().max(60).nullable().default(null),
    region: z.string().trim().max(60).nullable().default(null),
  }),
  output: z.object({ twins: z.array(Likeness) }),
})
