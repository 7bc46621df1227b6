import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { channelKinds } from './words.ts'

const Home = z.object({
  id: z.string(),
  name: z.string(),
  leads: z.int(),
  talks: z.int(),
  signed: z.int(),
  handed: z.int(),
  signedYuan: z.string(),
  paidYuan: z.string(),
})
export type BroughtHome = z.infer<typeof Home>

export const listBroughtHome = endpoint({
  name: 'promotion.listBroughtHome',
  method: 'GET',
  path: '/api/zones/:zone/brought-home',
  permission: 'promotion.read',
  effect: 'read',
  summary: { zh: '渠道、基金、飞地各带回什么', en: 'What every channel, fund and enclave brought home' },
  input: z.strictObject({ zone: z.string() }),
  output: z.object({
    channels: z.array(Home.extend({ kind: z.enum(channelKinds) })),
    funds: z.array(Home.extend({ amountYuan: z.string() })),
    enclaves: z.array(Home.extend({ city: z.string() })),
    teams: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        part: z.string(),
        duty: z.string(),
        industry: z.string().nullable(),
      }),
    ),
    /** What 1+1+N still lacks. */
    lacking: z.array(z.enum(['lead', 'service', 'industry'])),
  }),
})
