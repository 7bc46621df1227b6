import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { SiteKind, SiteReason } from './find.ts'
import { Needs } from './needs.ts'

export const pickStates = {
  kept: { zh: '备选', en: 'Kept' },
  chosen: { zh: '已选定', en: 'Chosen' },
  dropped: { zh: '已放弃', en: 'Dropped' },
} as const
export type PickState = keyof typeof pickStates
export const PickState = z.enum(['kept', 'chosen', 'dropped'])

/** A site on the short list (备选地块) of a lead or a project, with the reasons as they stood when it was kept. */
export const Pick = z.object({
  id: z.string(),
  version: z.int(),
  kind: SiteKind,
  siteId: z.string(),
  name: z.string(),
  state: PickState,
  standing: z.enum(['fits', 'unknown', 'misses']),
  score: z.int(),
  reasons: z.array(SiteReason),
  keptOn: z.string(),
  note: z.string().nullable(),
  may: z.object({ choose: z.boolean(), drop: z.boolean() }),
})
export type Pick = z.infer<typeof Pick>

/** The list of a project holds what was kept on its lead before the hand-over. */
export const Picks = z.object({
  /** The needs that a search from here begins with. */
  needs: Needs,
  picks: z.array(Pick),
  mayKeep: z.boolean(),
})
export type Picks = z.infer<typeof Picks>

const zone = z.string()
const ofKinds = z.enum(['lead', 'project'])

export const listPicks = endpoint({
  name: 'sites.listPicks',
  method: 'GET',
  path: '/api/zones/:zone/site-picks',
  permission: 'sites.read',
  effect: 'read',
  summary: { zh: '线索或项目的备选地块', en: 'The short list of a lead or a project' },
  input: z.object({ zone, of: ofKinds, subject: z.uuid() }),
  output: Picks,
})

export const keepSite = endpoint({
  name: 'sites.keep',
  method: 'POST',
  path: '/api/zones/:zone/site-picks',
  permission: 'sites.pick',
  effect: 'write',
  summary: { zh: '列入备选', en: 'Keep a site on the short list' },
  input: z.strictObject({ zone, of: ofKinds, subject: z.uuid(), kind: SiteKind, siteId: z.uuid(), needs: Needs }),
  output: Picks,
})

const addressed = { zone, id: z.uuid(), version: z.int().min(1) }

export const chooseSite = endpoint({
  name: 'sites.choose',
  method: 'POST',
  path: '/api/zones/:zone/site-picks/:id/choose',
  permission: 'sites.pick',
  effect: 'write',
  summary: { zh: '选定', en: 'Choose a site' },
  input: z.strictObject({ ...addressed, note: z.string().trim().min(1).max(500) }),
  output: Picks,
})

export const dropSite = endpoint({
  name: 'sites.drop',
  method: 'POST',
  path: '/api/zones/:zone/site-picks/:id/drop',
  permission: 'sites.pick',
  effect: 'write',
  summary: { zh: '放弃', en: 'Drop a site' },
  input: z.strictObject({ ...addressed, note: z.string().trim().min(1).max(500) }),
  output: Picks,
})
