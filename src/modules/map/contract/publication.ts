import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'

const zone = z.string()
const base = '/api/zones/:zone/map/publications'

/** `public`: for everybody, coarsened, open fields alone. `inside`: for accounts that may see the layer, as it is. */
export const audiences = ['public', 'inside'] as const

/** A layer as it is given to other programs, from when until when. */
export const Publication = z.object({
  id: z.string(),
  version: z.int(),
  layer: z.string(),
  label: z.object({ zh: z.string(), en: z.string() }),
  audience: z.enum(audiences),
  /** 审图号 of the layer. */
  reviewNumber: z.string(),
  reviewedOn: z.string(),
  /** How far a shape may deviate from the true one; 0: not coarsened. */
  toleranceM: z.number(),
  publishedOn: z.string(),
  withdrawnOn: z.string().nullable(),
  reason: z.string().nullable(),
  by: z.string(),
})
export type Publication = z.infer<typeof Publication>

export const listPublications = endpoint({
  name: 'map.listPublications',
  method: 'GET',
  path: base,
  permission: 'map.read',
  effect: 'read',
  summary: { zh: '图层的发布与撤回', en: 'Publications of map layers' },
  input: z.strictObject({ zone }),
  output: z.object({ publications: z.array(Publication) }),
})

export const publishLayer = endpoint({
  name: 'map.publishLayer',
  method: 'POST',
  path: base,
  permission: 'map.publish',
  effect: 'write',
  summary: { zh: '发布图层', en: 'Publish a map layer' },
  input: z.strictObject({
    zone,
    layer: z.string().max(100),
    audience: z.enum(audiences),
    reviewNumber: z.string().trim().min(4).max(100),
    reviewedOn: z.iso.date(),
    toleranceM: z.number().min(0).max(1_000),
  }),
  output: Publication,
})

export const withdrawLayer = endpoint({
  name: 'map.withdrawLayer',
  method: 'POST',
  path: `${base}/:id/withdraw`,
  permission: 'map.publish',
  effect: 'write',
  summary: { zh: '撤回已发布的图层', en: 'Withdraw a published layer' },
  input: z.strictObject({ zone, id: z.uuid(), version: z.int(), reason: z.string().trim().min(2).max(300) }),
  output: Publication,
})
