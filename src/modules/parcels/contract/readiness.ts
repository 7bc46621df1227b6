import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { assessmentKinds } from './assessment.ts'
import { landKindLabels } from './parcel.ts'
import { ParcelState, SideState } from './state.ts'

const words = z.object({ zh: z.string(), en: z.string() })
const addressed = { zone: z.string(), id: z.uuid() }
const effects = z.enum(['not-repeated', 'simplified', 'form'])
const landKinds = Object.keys(landKindLabels) as (keyof typeof landKindLabels)[]
const findings = z.enum(['absent', 'present', 'open'])

/** How far a parcel is from supply on a day, with what holds it back. */
export const Readiness = z.object({
  id: z.string(),
  version: z.int(),
  name: z.string(),
  registeredSqm: z.number(),
  landKind: z.enum(landKinds),
  state: ParcelState,
  sideStates: z.array(SideState),
  /** The day on which it ended by a split or merge; null: it has not. */
  retiredOn: z.string().nullable(),
  on: z.string(),
  /** What keeps it from being assessed, and then from being ready. */
  assessmentGaps: z.array(words),
  servicingGaps: z.array(words),
  assessments: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      kind: z.enum(assessmentKinds),
      approvedOn: z.string(),
      validUntil: z.string().nullable(),
      document: z.string(),
      effect: effects,
      finding: findings,
      negativeIndustries: z.array(z.string()),
      source: z.string(),
    }),
  ),
  projects: z.array(
    z.object({ id: z.string(), name: z.string(), since: z.string(), until: z.string().nullable(), reason: z.string() }),
  ),
})
export type Readiness = z.infer<typeof Readiness>

export const getReadiness = endpoint({
  name: 'parcels.getReadiness',
  method: 'GET',
  path: '/api/zones/:zone/parcels/:id/readiness',
  permission: 'parcels.read',
  effect: 'read',
  summary: { zh: '地块的区域评估和净地进度，差什么', en: 'Assessments and readiness of a parcel, and what lacks' },
  input: z.strictObject(addressed),
  output: Readiness,
})

export const confirmReadiness = endpoint({
  name: 'parcels.confirmReadiness',
  method: 'POST',
  path: '/api/zones/:zone/parcels/confirm-readiness',
  permission: 'parcels.decide',
  effect: 'write',
  summary: { zh: '确认已评估、净地可供', en: 'Confirm that parcels are assessed and ready' },
  input: z.strictObject({ zone: z.string(), ids: z.array(z.uuid()).min(1).max(500) }),
  output: z.object({
    moved: z.array(z.object({ id: z.string(), code: z.string(), state: ParcelState })),
    /** Those that stay where they are, with what holds them back. */
    held: z.array(z.object({ id: z.string(), code: z.string(), reasons: z.array(words) })),
  }),
})

export const reviseParcel = endpoint({
  name: 'parcels.reviseParcel',
  method: 'POST',
  path: '/api/zones/:zone/parcels/:id/revise',
  permission: 'parcels.decide',
  effect: 'write',
  summary: { zh: '变更登记面积、供地类型或征转情况', en: 'Change registered area, kind of land or conversion' },
  input: z.strictObject({
    ...addressed,
    version: z.int(),
    registeredAreaSqm: z.number().min(1).max(1e9).optional(),
    landKind: z.enum(landKinds).optional(),
    converted: z.boolean().optional(),
    document: z.string().trim().min(1).max(200),
  }),
  output: Readiness,
})

const Published = z.object({ id: z.string(), version: z.int(), state: z.enum(['draft', 'published', 'withdrawn']) })

export const publishAssessment = endpoint({
  name: 'parcels.publishAssessment',
  method: 'POST',
  path: '/api/zones/:zone/regional-assessments/:id/publish',
  permission: 'parcels.decide',
  effect: 'write',
  summary: { zh: '公布区域评估', en: 'Publish a regional assessment' },
  input: z.strictObject({ ...addressed, version: z.int() }),
  output: Published,
})

export const withdrawAssessment = endpoint({
  name: 'parcels.withdrawAssessment',
  method: 'POST',
  path: '/api/zones/:zone/regional-assessments/:id/withdraw',
  permission: 'parcels.decide',
  effect: 'write',
  summary: { zh: '撤回区域评估', en: 'Withdraw a regional assessment' },
  input: z.strictObject({ ...addressed, version: z.int(), reason: z.string().trim().min(1).max(300) }),
  output: Published,
})
