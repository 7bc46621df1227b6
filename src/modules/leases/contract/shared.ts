import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'

const zone = z.string()
const Yuan = z.string()

export const sharingRules = ['area', 'meter'] as const
export type SharingRule = (typeof sharingRules)[number]
export const sharingRuleLabels: Readonly<Record<SharingRule, { readonly zh: string; readonly en: string }>> = {
  area: { zh: '按面积和天数', en: 'By area and days' },
  meter: { zh: '按各户用量', en: 'By what each used' },
}

const meters = ['water', 'power', 'gas', 'heat'] as const

const split = {
  zone,
  building: z.uuid(),
  meter: z.enum(meters),
  from: z.iso.date(),
  to: z.iso.date(),
  total: z.string().regex(/^\d{1,13}(\.\d{1,2})?$/),
  rule: z.enum(sharingRules),
}

/** How the cost of shared parts falls on leases; what nobody leased stays with the lessor. */
export const SharedSplit = z.object({
  shares: z.array(
    z.object({
      lease: z.object({ id: z.string(), number: z.string(), lessee: z.string() }),
      unit: z.string(),
      amount: Yuan,
    }),
  ),
  kept: Yuan,
})
export type SharedSplit = z.infer<typeof SharedSplit>

const path = '/api/zones/:zone/lease-bills/split'

export const previewSplit = endpoint({
  name: 'leases.previewSplit',
  method: 'GET',
  path,
  permission: 'leases.collect',
  effect: 'read',
  summary: { zh: '公摊试算', en: 'How shared costs would be split' },
  input: z.strictObject(split),
  output: SharedSplit,
})

export const splitSharedCost = endpoint({
  name: 'leases.splitSharedCost',
  method: 'POST',
  path,
  permission: 'leases.collect',
  effect: 'write',
  summary: { zh: '分摊公共水电气热', en: 'Split shared utilities' },
  input: z.strictObject({ ...split, document: z.string().trim().min(1).max(80) }),
  output: SharedSplit,
})
