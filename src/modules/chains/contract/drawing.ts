import { z } from 'zod'
import { chainKinds, lanes } from './lane.ts'

const name = z.string().trim().min(1).max(60)
const text = (max: number) => z.string().trim().max(max).nullable().default(null)
const yuan = z
  .string()
  .regex(/^\d{1,13}(\.\d{1,2})?$/)
  .nullable()
  .default(null)
/** An id, a credit or project code, or the exact name. */
const who = z.string().trim().min(1).max(200)

export const DrawnChain = z.strictObject({
  name,
  kind: z.enum(chainKinds),
  position: z.int().min(0).max(9999),
  note: text(4000),
  chiefId: z.uuid().nullable().default(null),
  teamId: z.uuid().nullable().default(null),
})

export const DrawnNode = z.strictObject({
  name,
  lane: z.enum(lanes),
  products: text(300),
  industryCode: text(5),
  targetEnterprises: z.int().min(1).max(9999).nullable().default(null),
  targetOutputYuan: yuan,
})

export const DrawnLink = z.strictObject({ from: name, to: name, product: z.string().trim().min(1).max(100) })

export const DrawnPlacement = z.strictObject({
  node: name,
  enterprise: who,
  products: text(200),
  outputYuan: yuan,
  outputYear: z.int().min(1990).max(2100).nullable().default(null),
  outputSource: text(200),
})

export const DrawnProject = z.strictObject({ node: name, project: who, products: text(200) })

/** A whole chain as it is drawn at once; nodes are told by their names, unique in it. */
export const Drawing = z.strictObject({
  chain: DrawnChain,
  nodes: z.array(DrawnNode).min(1).max(200),
  links: z.array(DrawnLink).max(500).default([]),
  placements: z.array(DrawnPlacement).max(2000).default([]),
  projects: z.array(DrawnProject).max(2000).default([]),
})
export type Drawing = z.infer<typeof Drawing>
