import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { offerStateNames } from './contract/words.ts'

const zone = z.string()
const Text = z.object({ zh: z.string(), en: z.string() })
const money = z.string().regex(/^\d{1,16}(\.\d{1,2})?$/)

/** One condition of a product, asked of a need and its enterprise. Unknown never becomes no. */
export const Condition = z.object({ outcome: z.enum(['met', 'missed', 'unknown']), text: Text })
export type Condition = z.infer<typeof Condition>

export const Match = z.object({
  product: z.object({
    id: z.string(),
    name: z.string(),
    provider: z.string(),
    providerKind: z.string(),
    rate: z.string().nullable(),
    sample: z.boolean(),
  }),
  /** `fits`: every condition met; `maybe`: none missed, some unknown; `misses`. */
  fit: z.enum(['fits', 'maybe', 'misses']),
  conditions: z.array(Condition),
})
export type Match = z.infer<typeof Match>

export const Offer = z.object({
  id: z.string(),
  version: z.number().int(),
  product: z.object({ id: z.string(), name: z.string(), provider: z.string() }),
  state: z.enum(offerStateNames),
  acceptedOn: z.string(),
  forwardedOn: z.string().nullable(),
  decidedOn: z.string().nullable(),
  /** What was granted. */
  amountYuan: z.string().nullable(),
  note: z.string().nullable(),
  may: z.object({ forward: z.boolean(), decide: z.boolean(), withdraw: z.boolean() }),
})
export type Offer = z.infer<typeof Offer>

export const NeedMatches = z.object({
  need: z.object({ id: z.string(), title: z.string(), enterpriseId: z.string(), open: z.boolean() }),
  /** The best first. */
  matches: z.array(Match),
  offers: z.array(Offer),
  mayAccept: z.boolean(),
})
export type NeedMatches = z.infer<typeof NeedMatches>

export const matchNeed = endpoint({
  name: 'finance.matchNeed',
  method: 'GET',
  path: '/api/zones/:zone/finance-needs/:id/matches',
  permission: 'finance.read',
  effect: 'read',
  summary: { zh: '哪些金融产品适合这项需求，为什么', en: 'Which products fit a need, and why or why not' },
  input: z.object({ zone, id: z.uuid() }),
  output: NeedMatches,
})

export const acceptProduct = endpoint({
  name: 'finance.acceptProduct',
  method: 'POST',
  path: '/api/zones/:zone/finance-needs/:id/accept',
  permission: 'finance.accept',
  effect: 'write',
  summary: { zh: '企业选定产品，同意转交资料', en: 'The enterprise chooses a product and agrees to be forwarded' },
  input: z.strictObject({ zone, id: z.uuid(), product: z.uuid() }),
  output: NeedMatches,
})

const addressed = { zone, id: z.uuid(), version: z.int().min(1) }

export const forwardOffer = endpoint({
  name: 'finance.forwardOffer',
  method: 'POST',
  path: '/api/zones/:zone/finance-offers/:id/forward',
  permission: 'finance.forward',
  effect: 'write',
  summary: { zh: '转交金融机构', en: 'Forward to the provider' },
  input: z.strictObject({ ...addressed, note: z.string().trim().min(1).max(1000) }),
  output: NeedMatches,
})

export const decideOffer = endpoint({
  name: 'finance.decideOffer',
  method: 'POST',
  path: '/api/zones/:zone/finance-offers/:id/decide',
  permission: 'finance.forward',
  effect: 'write',
  summary: { zh: '记录机构审批结果', en: 'Record what the provider decided' },
  input: z.strictObject({
    ...addressed,
    granted: z.boolean(),
    amountYuan: money.nullable().default(null),
    note: z.string().trim().min(1).max(1000),
  }),
  output: NeedMatches,
})

export const withdrawOffer = endpoint({
  name: 'finance.withdrawOffer',
  method: 'POST',
  path: '/api/zones/:zone/finance-offers/:id/withdraw',
  permission: 'finance.accept',
  effect: 'write',
  summary: { zh: '企业撤回', en: 'The enterprise withdraws' },
  input: z.strictObject(addressed),
  output: NeedMatches,
})
