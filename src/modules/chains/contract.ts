import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { FillingCandidate } from './contract/candidates.ts'
import { Drawing } from './contract/drawing.ts'
import { lanes } from './contract/lane.ts'
import { strengths } from './contract/strength.ts'
import { ChainSummary, ChainView, GapView } from './contract/views.ts'

const zone = z.string()
const Named = z.object({ id: z.string(), name: z.string() })

export const listChains = endpoint({
  name: 'chains.listChains',
  method: 'GET',
  path: '/api/zones/:zone/chain-overview',
  permission: 'chains.read',
  effect: 'read',
  summary: { zh: '各产业链的强弱概览', en: 'The chains with the strength of their nodes' },
  input: z.strictObject({ zone }),
  output: z.object({ chains: z.array(ChainSummary) }),
})

export const getChain = endpoint({
  name: 'chains.getChain',
  method: 'GET',
  path: '/api/zones/:zone/chains/:id/map',
  permission: 'chains.read',
  effect: 'read',
  summary: { zh: '一条产业链：环节、供给、谁在上面', en: 'One chain: nodes, links, who stands on them' },
  input: z.strictObject({ zone, id: z.uuid() }),
  output: ChainView,
})

export const listGaps = endpoint({
  name: 'chains.listGaps',
  method: 'GET',
  path: '/api/zones/:zone/chain-gaps',
  permission: 'chains.read',
  effect: 'read',
  summary: { zh: '缺链弱链清单', en: 'Gaps: nodes that are missing or weak' },
  input: z.strictObject({ zone }),
  output: z.object({ gaps: z.array(GapView) }),
})

/** Where an enterprise, a project or a lead stands. */
export const ChainPlace = z.object({
  id: z.string(),
  chain: Named,
  node: Named,
  lane: z.enum(lanes),
  strength: z.enum(strengths),
  products: z.string().nullable(),
  singleSupplier: z.boolean(),
})
export type ChainPlace = z.infer<typeof ChainPlace>

/** An enterprise's account sees its own places and its own projects' only. */
export const listPlaces = endpoint({
  name: 'chains.listPlaces',
  method: 'GET',
  path: '/api/zones/:zone/chain-places',
  permission: 'chains.readPlaces',
  effect: 'read',
  summary: { zh: '企业、项目或线索在链上的位置', en: 'Where an enterprise, a project or a lead stands on the chains' },
  input: z.strictObject({
    zone,
    enterprise: z.uuid().optional(),
    project: z.uuid().optional(),
    lead: z.uuid().optional(),
  }),
  output: z.object({ places: z.array(ChainPlace) }),
})

/** A whole chain at once: all of it or nothing. Nodes are named by their names, enterprises and projects by id, code or exact name. */
export const drawChain = endpoint({
  name: 'chains.drawChain',
  method: 'POST',
  path: '/api/zones/:zone/chain-drawings',
  permission: 'chains.draw',
  effect: 'write',
  summary: { zh: '绘制一条产业链', en: 'Draw a chain' },
  input: Drawing.extend({ zone }),
  output: ChainView,
})

/** Enterprises, projects and leads that could come to a node; any node may be asked about, not only a gap. */
export const listCandidates = endpoint({
  name: 'chains.listCandidates',
  method: 'GET',
  path: '/api/zones/:zone/chain-nodes/:id/candidates',
  permission: 'chains.read',
  effect: 'read',
  summary: { zh: '补链候选及理由', en: 'Candidates for a node, with reasons' },
  input: z.strictObject({ zone, id: z.uuid() }),
  output: z.object({ node: Named, candidates: z.array(FillingCandidate) }),
})
