import type { AnyRecordKind } from '../../../kernel/record-kind.ts'
import { type Values, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { createRecords } from '../../../platform/records/create-many.ts'
import { Chain } from '../contract/chain.ts'
import type { Drawing } from '../contract/drawing.ts'
import { ChainLink, ChainNode } from '../contract/node.ts'
import { Placement, ProjectPlacement } from '../contract/placement.ts'
import { refusalOfDrawing } from '../domain/drawing.ts'
import { resolveNames } from './resolve.ts'

/** A whole chain, its nodes, links and placements, in few statements; all of it or nothing. Answers the chain's id. */
export async function drawChain(db: Database, context: RequestContext, drawing: Drawing): Promise<string> {
  const refused = refusalOfDrawing(drawing)
  if (refused) throw refused
  const zoneId = zoneOf(context).id
  const { chain, nodes, links, placements, projects } = drawing
  const enterpriseOf = await resolveNames(db, zoneId, {
    ...{ what: 'enterprise', said: placements.map(({ enterprise }) => enterprise) },
  })
  const projectOf = await resolveNames(db, zoneId, { what: 'project', said: projects.map(({ project }) => project) })
  const [chainId = ''] = await made(db, context, { kind: Chain, all: [chain] })
  const nodeIds = await made(db, context, {
    kind: ChainNode,
    all: nodes.map((node, i) => ({ ...node, chainId, position: i + 1 })),
  })
  const idOf = new Map(nodes.map(({ name }, i) => [name, nodeIds[i] ?? '']))
  await made(db, context, {
    kind: ChainLink,
    all: links.map(({ from, to, product }) => ({ product, fromNodeId: idOf.get(from), toNodeId: idOf.get(to) })),
  })
  await made(db, context, {
    kind: Placement,
    all: placements.map(({ node, enterprise, ...rest }) => ({
      ...{ ...rest, nodeId: idOf.get(node), enterpriseId: enterpriseOf(enterprise) },
    })),
  })
  await made(db, context, {
    kind: ProjectPlacement,
    all: projects.map(({ node, project, products }) => ({
      ...{ products, nodeId: idOf.get(node), projectId: projectOf(project) },
    })),
  })
  return chainId
}

interface Many {
  readonly kind: AnyRecordKind
  readonly all: readonly Values[]
}

/** Ids of new records in their order; all of them, or the first refusal. */
async function made(db: Database, context: RequestContext, { kind, all }: Many): Promise<readonly string[]> {
  const results = await createRecords(db, context, { kind, all, sample: context.sample ?? false })
  return results.map((one) => {
    if ('problem' in one) throw one.problem
    return one.id
  })
}
