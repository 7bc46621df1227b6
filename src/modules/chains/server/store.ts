import type { Database } from '../../../platform/module.ts'
import type { ChainRecords, LinkRecord, NodeRecord } from '../domain/chain-map.ts'
import { loadPlaced } from './placed.ts'
import type {} from './table.ts'

export function chainsIn(db: Database, zoneId: string) {
  return db
    .selectFrom('chains.chains')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
}

/** All chains of the zone as they are recorded, in their order. A zone has some hundreds of nodes. Needs the zone's context. */
export async function loadRecords(db: Database, zoneId: string): Promise<ChainRecords> {
  const placed = await loadPlaced(db, zoneId)
  const byNode = Map.groupBy(placed, ({ nodeId }) => nodeId)
  return {
    nodes: await loadNodes(db, zoneId),
    links: await loadLinks(db, zoneId),
    placed: new Map([...byNode].map(([node, ones]) => [node, ones.map(({ one }) => one)])),
  }
}

async function loadNodes(db: Database, zoneId: string): Promise<readonly NodeRecord[]> {
  const rows = await db
    .selectFrom('chains.nodes as node')
    .innerJoin('chains.chains as chain', (join) =>
      join.onRef('chain.zone_id', '=', 'node.zone_id').onRef('chain.id', '=', 'node.chain_id'),
    )
    .select(['node.id', 'node.name', 'node.lane', 'node.position', 'node.products', 'node.industry_code'])
    .select(['node.target_enterprises', 'node.target_output_yuan', 'chain.id as chain_id', 'chain.name as chain_name'])
    .where('node.zone_id', '=', zoneId)
    .where('chain.zone_id', '=', zoneId)
    .where('node.archived_at', 'is', null)
    .where('chain.archived_at', 'is', null)
    .orderBy('chain.position')
    .orderBy('chain.id')
    .orderBy('node.position')
    .orderBy('node.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    chain: { id: row.chain_id, name: row.chain_name },
    lane: row.lane,
    position: row.position,
    products: row.products,
    industryCode: row.industry_code,
    targetEnterprises: row.target_enterprises,
    targetOutputYuan: row.target_output_yuan,
  }))
}

async function loadLinks(db: Database, zoneId: string): Promise<readonly LinkRecord[]> {
  return db
    .selectFrom('chains.links')
    .select(['id', 'product', 'from_node_id as from', 'to_node_id as to'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute()
}
