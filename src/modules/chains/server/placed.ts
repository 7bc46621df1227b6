import type { Database } from '../../../platform/module.ts'
import type { PlacedOne } from '../contract/views.ts'
import type {} from './table.ts'

/** Who stands on which node: enterprises, then projects and leads that are on their way. Needs the zone's context. */
export async function loadPlaced(db: Database, zoneId: string): Promise<readonly Placed[]> {
  const enterprises = await placedEnterprises(db, zoneId)
  return [...enterprises, ...(await placedProjects(db, zoneId)), ...(await placedLeads(db, zoneId))]
}

interface Placed {
  readonly nodeId: string
  readonly one: PlacedOne
}

/** Only an enterprise that is operating counts for the strength of a node. */
async function placedEnterprises(db: Database, zoneId: string): Promise<readonly Placed[]> {
  const rows = await db
    .selectFrom('chains.placements as placement')
    .innerJoin('enterprises.enterprises as enterprise', (join) =>
      join.onRef('enterprise.zone_id', '=', 'placement.zone_id').onRef('enterprise.id', '=', 'placement.enterprise_id'),
    )
    .select(['placement.id', 'placement.node_id', 'placement.products', 'placement.output_yuan'])
    .select(['placement.output_year', 'placement.output_source', 'placement.sample'])
    .select(['enterprise.id as of_id', 'enterprise.name', 'enterprise.status'])
    .where('placement.zone_id', '=', zoneId)
    .where('enterprise.zone_id', '=', zoneId)
    .where('placement.archived_at', 'is', null)
    .where('enterprise.archived_at', 'is', null)
    .orderBy('placement.id')
    .execute()
  return rows.map((row) => ({
    nodeId: row.node_id,
    one: {
      ...{ id: row.id, kind: 'enterprise', of: { id: row.of_id, name: row.name } },
      ...{ counts: row.status === 'operating', status: row.status, products: row.products },
      ...{ outputYuan: row.output_yuan, outputYear: row.output_year, outputSource: row.output_source },
      sample: row.sample,
    },
  }))
}

/** Projects that are not withdrawn: they stand for what is coming. */
async function placedProjects(db: Database, zoneId: string): Promise<readonly Placed[]> {
  const rows = await db
    .selectFrom('chains.project_placements as placement')
    .innerJoin('projects.projects as project', (join) =>
      join.onRef('project.zone_id', '=', 'placement.zone_id').onRef('project.id', '=', 'placement.project_id'),
    )
    .select(['placement.id', 'placement.node_id', 'placement.products', 'placement.sample'])
    .select(['project.id as of_id', 'project.name', 'project.stage'])
    .where('placement.zone_id', '=', zoneId)
    .where('project.zone_id', '=', zoneId)
    .where('placement.archived_at', 'is', null)
    .where('project.archived_at', 'is', null)
    .where('project.condition', '!=', 'withdrawn')
    .orderBy('placement.id')
    .execute()
  return rows.map((row) => ({
    nodeId: row.node_id,
    one: {
      ...{ id: row.id, kind: 'project', of: { id: row.of_id, name: row.name }, counts: false, status: row.stage },
      ...{ products: row.products, outputYuan: null, outputYear: null, outputSource: null, sample: row.sample },
    },
  }))
}

/** Leads that are still followed: those handed over are projects, the others have ended. */
async function placedLeads(db: Database, zoneId: string): Promise<readonly Placed[]> {
  const rows = await db
    .selectFrom('chains.lead_placements as placement')
    .innerJoin('promotion.leads as lead', (join) =>
      join.onRef('lead.zone_id', '=', 'placement.zone_id').onRef('lead.id', '=', 'placement.lead_id'),
    )
    .select(['placement.id', 'placement.node_id', 'placement.products', 'placement.sample'])
    .select(['lead.id as of_id', 'lead.name', 'lead.stage'])
    .where('placement.zone_id', '=', zoneId)
    .where('lead.zone_id', '=', zoneId)
    .where('placement.archived_at', 'is', null)
    .where('lead.archived_at', 'is', null)
    .where('lead.stage', 'in', ['lead', 'talks', 'signed'])
    .orderBy('placement.id')
    .execute()
  return rows.map((row) => ({
    nodeId: row.node_id,
    one: {
      ...{ id: row.id, kind: 'lead', of: { id: row.of_id, name: row.name }, counts: false, status: row.stage },
      ...{ products: row.products, outputYuan: null, outputYear: null, outputSource: null, sample: row.sample },
    },
  }))
}
