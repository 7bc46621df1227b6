import { notFound } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { candidatesFor, type PoolMember } from '../domain/candidates.ts'
import { listPostings } from './postings.ts'
import { readMap } from './read.ts'
import { matchingWeights } from './weights.ts'

/** Who could come to a node, with reasons. */
export async function readCandidates(db: Database, context: RequestContext, nodeId: string) {
  const zoneId = zoneOf(context).id
  const map = await readMap(db, zoneId, context.now)
  const node = map.nodes.get(nodeId)
  if (!node) throw notFound()
  const texts = new Map<string, string[]>()
  for (const { placed } of map.nodes.values()) {
    for (const { of, products } of placed) {
      if (products !== null) texts.set(of.id, [...(texts.get(of.id) ?? []), products])
    }
  }
  for (const { side, enterprise, product } of await listPostings(db, zoneId)) {
    if (side === 'supply') texts.set(enterprise.id, [...(texts.get(enterprise.id) ?? []), product])
  }
  const enterprises = await enterprisesOf(db, zoneId)
  const members = [...(await leadsOf(db, zoneId)), ...enterprises, ...(await projectsOf(db, zoneId))]
  const pool = members.map((one) => ({ ...one, texts: [...one.texts, ...(texts.get(one.id) ?? [])] }))
  const candidates = candidatesFor({ nodeId, map, pool, weights: matchingWeights().candidates })
  return { node: { id: node.id, name: node.name }, candidates: [...candidates] }
}

/** Enterprises that are there or on their way. */
async function enterprisesOf(db: Database, zoneId: string): Promise<readonly PoolMember[]> {
  const rows = await db
    .selectFrom('enterprises.enterprises')
    .select(['id', 'name', 'status', 'industry_code'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('status', 'not in', ['closed', 'moved'])
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, status, industry_code: industryCode }) => ({
    ...{ kind: 'enterprise', id, name, status, industryCode, texts: [] },
  }))
}

/** Projects that go on; what they plan stands in their name and summary. */
async function projectsOf(db: Database, zoneId: string): Promise<readonly PoolMember[]> {
  const rows = await db
    .selectFrom('projects.projects')
    .select(['id', 'name', 'stage', 'industry_code', 'summary'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('condition', '=', 'active')
    .where('stage', 'not in', ['production', 'capacity'])
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, stage, industry_code: industryCode, summary }) => ({
    ...{
      kind: 'project',
      id,
      name,
      status: stage,
      industryCode,
      texts: [name, ...(summary === null ? [] : [summary])],
    },
  }))
}

/** Leads that are still followed. */
async function leadsOf(db: Database, zoneId: string): Promise<readonly PoolMember[]> {
  const rows = await db
    .selectFrom('promotion.leads')
    .select(['id', 'name', 'stage', 'industry_code', 'summary'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('stage', 'in', ['lead', 'talks', 'signed'])
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, stage, industry_code: industryCode, summary }) => ({
    ...{ kind: 'lead', id, name, status: stage, industryCode, texts: [name, ...(summary === null ? [] : [summary])] },
  }))
}
