import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'

const words = z.object({ zh: z.string(), en: z.string() })
const addressed = { zone: z.string(), id: z.uuid() }

/** The land that a project stands on, and what it says to its plan. */
export const ProjectLand = z.object({
  project: z.string(),
  parcel: z.object({ id: z.string(), code: z.string(), name: z.string(), registeredSqm: z.number() }).nullable(),
  since: z.string().nullable(),
  says: z
    .object({
      facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
      why: words,
      gaps: z.array(words),
    })
    .nullable(),
  /** Doubts about the place, such as an industry that the parcel does not allow. */
  warnings: z.array(words),
  before: z.array(
    z.object({
      parcel: z.string(),
      name: z.string(),
      since: z.string(),
      until: z.string().nullable(),
      reason: z.string(),
    }),
  ),
})
export type ProjectLand = z.infer<typeof ProjectLand>

export const getProjectLand = endpoint({
  name: 'parcels.getProjectLand',
  method: 'GET',
  path: '/api/zones/:zone/projects/:id/land',
  permission: 'parcels.read',
  effect: 'read',
  summary: { zh: '项目用地及其对方案的影响', en: 'Land of a project and what it says to its plan' },
  input: z.strictObject(addressed),
  output: ProjectLand,
})

export const placeOnParcel = endpoint({
  name: 'parcels.placeOnParcel',
  method: 'POST',
  path: '/api/zones/:zone/projects/:id/place-on-parcel',
  permission: 'parcels.place',
  effect: 'write',
  summary: { zh: '项目落到地块', en: 'Place a project on a parcel' },
  input: z.strictObject({
    ...addressed,
    parcel: z.uuid(),
    reason: z.string().trim().min(1).max(300),
    happenedOn: z.iso.date().optional(),
  }),
  output: ProjectLand,
})
