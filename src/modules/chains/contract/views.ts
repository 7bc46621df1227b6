import { z } from 'zod'
import { chainKinds, lanes } from './lane.ts'
import { ruledStrengths, strengths } from './strength.ts'

/** Yuan as a decimal string. */
const Yuan = z.string()
const Named = z.object({ id: z.string(), name: z.string() })

/** How strong a node is today and what it would take to be stronger. */
export const NodeStrength = z.object({
  strength: z.enum(strengths),
  /** What it could be if the outputs that are not known were high; equal to `strength` when all are known. */
  atMost: z.enum(strengths),
  /** At work on the node. */
  enterprises: z.number().int(),
  /** Sum of the known outputs: a lower bound where some are unknown. */
  outputYuan: Yuan,
  outputUnknown: z.number().int(),
  targetEnterprises: z.number().int().nullable(),
  targetOutputYuan: Yuan.nullable(),
  next: z
    .object({ strength: z.enum(ruledStrengths), enterprisesShort: z.number().int(), outputShortYuan: Yuan })
    .nullable(),
  rule: z.object({ source: z.string(), confidence: z.string() }).nullable(),
})
export type NodeStrength = z.infer<typeof NodeStrength>

/** Who stands on a node. */
export const PlacedOne = z.object({
  /** Of the placement. */
  id: z.string(),
  kind: z.enum(['enterprise', 'project', 'lead']),
  of: Named,
  /** Counts for the strength: an enterprise that is operating. */
  counts: z.boolean(),
  /** Status of the enterprise, stage of the project or the lead. */
  status: z.string(),
  products: z.string().nullable(),
  outputYuan: Yuan.nullable(),
  outputYear: z.number().int().nullable(),
  outputSource: z.string().nullable(),
  sample: z.boolean(),
})
export type PlacedOne = z.infer<typeof PlacedOne>

export const NodeView = z.object({
  id: z.string(),
  name: z.string(),
  lane: z.enum(lanes),
  position: z.number().int(),
  products: z.string().nullable(),
  industryCode: z.string().nullable(),
  strength: NodeStrength,
  /** One operating enterprise alone serves it. */
  singleSupplier: z.boolean(),
  placed: z.array(PlacedOne),
})
export type NodeView = z.infer<typeof NodeView>

/** A link between two nodes; `inside`: both are of this chain. */
export const LinkView = z.object({
  id: z.string(),
  product: z.string(),
  from: Named.extend({ chain: z.string() }),
  to: Named.extend({ chain: z.string() }),
  inside: z.boolean(),
  /** The node that delivers has one operating enterprise alone. */
  singleSupplier: z.boolean(),
  /** The node that delivers has none. */
  unserved: z.boolean(),
})
export type LinkView = z.infer<typeof LinkView>

export const ChainView = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(chainKinds),
  note: z.string().nullable(),
  chief: z.string().nullable(),
  team: z.string().nullable(),
  sample: z.boolean(),
  nodes: z.array(NodeView),
  links: z.array(LinkView),
})
export type ChainView = z.infer<typeof ChainView>

export const ChainSummary = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(chainKinds),
  nodes: z.record(z.enum(strengths), z.number().int()),
  singleSuppliers: z.number().int(),
  /** Operating enterprises on it, each once. */
  enterprises: z.number().int(),
  sample: z.boolean(),
})
export type ChainSummary = z.infer<typeof ChainSummary>

export const GapView = z.object({
  chain: Named,
  node: Named,
  lane: z.enum(lanes),
  strength: NodeStrength,
  /** Nodes with enterprises at work that get something from it. */
  waiting: z.array(Named),
  projects: z.number().int(),
  /** That are followed and placed on it. */
  leads: z.array(Named),
})
export type GapView = z.infer<typeof GapView>
