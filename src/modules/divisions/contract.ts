import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { Shape } from '../../kernel/geometry/shape.ts'

const words = z.object({ zh: z.string(), en: z.string() })
const Named = z.object({ id: z.string(), code: z.string(), name: z.string() })

/** A split or merge that a parcel came from or ended by, with the parcels on its other side. */
const Turn = z.object({
  verb: z.enum(['split', 'merge']),
  happenedOn: z.string(),
  document: z.string(),
  reason: z.string(),
  parcels: z.array(Named),
})
export type Turn = z.infer<typeof Turn>

export const Division = z.object({
  id: z.string(),
  version: z.int(),
  code: z.string(),
  name: z.string(),
  registeredSqm: z.number(),
  shape: Shape.nullable(),
  origin: Turn.nullable(),
  ending: Turn.nullable(),
  /** Why it can be neither split nor merged now; empty: it can. */
  bars: z.array(words),
  /** Parcels that lie beside it and are of its kind: it could be merged with them. */
  neighbours: z.array(Named.extend({ version: z.int(), registeredSqm: z.number(), shape: Shape })),
})
export type Division = z.infer<typeof Division>

const zone = z.string()

export const getDivision = endpoint({
  name: 'divisions.getDivision',
  method: 'GET',
  path: '/api/zones/:zone/parcels/:id/division',
  permission: 'divisions.read',
  effect: 'read',
  summary: {
    zh: '地块的分割合并来历，能否再分、与谁合并',
    en: 'Splits and merges of a parcel, and what it can be merged with',
  },
  input: z.strictObject({ zone, id: z.uuid() }),
  output: Division,
})

const text = (max: number) => z.string().trim().min(1).max(max)
const decided = { happenedOn: z.iso.date(), document: text(200), reason: text(300) }
const made = z.object({ parcels: z.array(Named) })

export const splitParcel = endpoint({
  name: 'divisions.splitParcel',
  method: 'POST',
  path: '/api/zones/:zone/parcels/:id/split',
  permission: 'divisions.decide',
  effect: 'write',
  summary: { zh: '分割地块', en: 'Split a parcel' },
  input: z.strictObject({
    ...{ zone, id: z.uuid(), version: z.int() },
    ...decided,
    children: z
      .array(
        z.strictObject({
          ...{ code: text(40), name: text(100), registeredAreaSqm: z.number().min(1).max(1e9) },
          /** Null only where the parcel itself is not drawn. */
          shape: Shape.nullable(),
        }),
      )
      .min(2)
      .max(20),
  }),
  output: made,
})

export const mergeParcels = endpoint({
  name: 'divisions.mergeParcels',
  method: 'POST',
  path: '/api/zones/:zone/parcel-merges',
  permission: 'divisions.decide',
  effect: 'write',
  summary: { zh: '合并地块', en: 'Merge parcels' },
  input: z.strictObject({
    zone,
    parents: z
      .array(z.strictObject({ id: z.uuid(), version: z.int() }))
      .min(2)
      .max(20),
    ...decided,
    /** Its area is the sum, its shape the union. */
    child: z.strictObject({ code: text(40), name: text(100) }),
  }),
  output: made,
})
