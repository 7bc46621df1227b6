import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { type PlaceKind, placeLabels } from './contract/place.ts'
import { planLabels } from './contract/spatial-plan.ts'
import { planStandings } from './contract/words.ts'

const placeKinds = Object.keys(placeLabels) as [PlaceKind, ...PlaceKind[]]

/** The zone's parts as they are today, and its plans with how they stand. Areas in m². */
export const Layout = z.object({
  places: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(placeKinds),
      within: z.string().nullable(),
      industry: z.string().nullable(),
      areaSqm: z.number().nullable(),
      /** Enterprises and projects that stand there today. */
      occupants: z.int(),
      drawn: z.boolean(),
    }),
  ),
  plans: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      level: z.enum(Object.keys(planLabels) as (keyof typeof planLabels)[]),
      approvedBy: z.string(),
      document: z.string(),
      approvedOn: z.string(),
      validUntil: z.string().nullable(),
      standing: z.enum(planStandings),
      drawn: z.boolean(),
    }),
  ),
  /** Parcels that are against the plans in force, each in words. */
  conflicts: z.array(
    z.object({ id: z.string(), name: z.string(), text: z.object({ zh: z.string(), en: z.string() }) }),
  ),
  /** Parcels that nobody has drawn: not judged. */
  undrawn: z.int(),
})
export type Layout = z.infer<typeof Layout>

export const getLayout = endpoint({
  name: 'spatial.getLayout',
  method: 'GET',
  path: '/api/zones/:zone/layout',
  permission: 'spatial.read',
  effect: 'read',
  summary: { zh: '空间布局：核·园·基地、场所和规划', en: 'Layout: cores, parks, bases, places and plans' },
  input: z.strictObject({ zone: z.string() }),
  output: Layout,
})
