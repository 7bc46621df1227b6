import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { Shape } from '../../../kernel/geometry/shape.ts'
import { ParcelState, SideState } from './state.ts'

const words = z.object({ zh: z.string(), en: z.string() })

/** Parcels of the zone on one page, with what holds back those that are not supplied yet. */
export const OverviewRow = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  location: z.string().nullable(),
  registeredSqm: z.number(),
  landKind: z.enum(['standard', 'ordinary']),
  state: ParcelState,
  sideStates: z.array(SideState),
  voltageKv: z.number().nullable(),
  steamTph: z.number().nullable(),
  gaps: z.array(words),
  shape: Shape.nullable(),
  sample: z.boolean(),
})
export type OverviewRow = z.infer<typeof OverviewRow>

export const getOverview = endpoint({
  name: 'parcels.getOverview',
  method: 'GET',
  path: '/api/zones/:zone/parcels-overview',
  permission: 'parcels.read',
  effect: 'read',
  summary: { zh: '地块一览：状态、面积、差什么', en: 'Parcels at a glance: state, area, what lacks' },
  input: z.strictObject({ zone: z.string() }),
  output: z.object({ parcels: z.array(OverviewRow) }),
})
