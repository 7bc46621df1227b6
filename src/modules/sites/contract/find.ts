import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { CriterionName, MatchRules } from './criteria.ts'
import { Needs, NeedsReading } from './needs.ts'

const zone = z.string()
const Text = z.object({ zh: z.string(), en: z.string() })

export const SiteKind = z.enum(['parcel', 'unit'])
export type SiteKind = z.infer<typeof SiteKind>

export const readSiteNeeds = endpoint({
  name: 'sites.readNeeds',
  method: 'POST',
  path: '/api/zones/:zone/site-needs/read',
  permission: 'sites.read',
  effect: 'read',
  summary: { zh: '把一句话读成选址需求', en: 'Read the needs of an investor from words' },
  input: z.strictObject({ zone, words: z.string().trim().min(1).max(500) }),
  output: NeedsReading,
})

/** One need at one site: met, met in part, missed or not known, with the reason. */
export const SiteReason = z.object({
  name: CriterionName,
  outcome: z.enum(['met', 'partly', 'missed', 'unknown']),
  must: z.boolean(),
  weight: z.number(),
  degree: z.number().nullable(),
  reason: Text,
})
export type SiteReason = z.infer<typeof SiteReason>

/** Working days to the building permit, reckoned with the facts of a like project where the needs say nothing; `shorter`: than on ordinary land. */
export const PlanDays = z.object({
  days: z.number().nullable(),
  ordinary: z.number().nullable(),
  shorter: z.number().nullable(),
  undecided: z.number().int(),
  /** Name of the project whose facts stand in. */
  like: z.string(),
  matters: z.number().int(),
})
export type PlanDays = z.infer<typeof PlanDays>

export const Candidate = z.object({
  kind: SiteKind,
  id: z.string(),
  name: z.string(),
  place: z.string().nullable(),
  areaSqm: z.number(),
  standing: z.enum(['fits', 'unknown', 'misses']),
  score: z.number().int(),
  atMost: z.number().int(),
  handOver: Text,
  plan: PlanDays.nullable(),
  sample: z.boolean(),
  reasons: z.array(SiteReason),
})
export type Candidate = z.infer<typeof Candidate>

export const Found = z.object({ day: z.string(), needs: Needs, rules: MatchRules, candidates: z.array(Candidate) })
export type Found = z.infer<typeof Found>

export const findSites = endpoint({
  name: 'sites.find',
  method: 'POST',
  path: '/api/zones/:zone/sites/find',
  permission: 'sites.read',
  effect: 'read',
  summary: { zh: '按需求找地块和空间，逐条说明理由', en: 'Parcels and units by needs, each with its reasons' },
  input: z.strictObject({ zone, needs: Needs }),
  output: Found,
})
