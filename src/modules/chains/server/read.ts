import { legalDayOf } from '../../../kernel/legal-day.ts'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Caller, Database, RequestContext } from '../../../platform/module.ts'
import { strengths } from '../contract/strength.ts'
import type { ChainSummary, ChainView } from '../contract/views.ts'
import type { ChainPlace } from '../contract.ts'
import { type ChainMap, chainMapOf, type MapNode } from '../domain/chain-map.ts'
import { strengthRules } from './rules.ts'
import { chainsIn, loadRecords } from './store.ts'
import type { ChainRow } from './table.ts'

/** All chains of the zone with strengths as of now. */
export async function readMap(db: Database, zoneId: string, now: Date): Promise<ChainMap> {
  return chainMapOf(await loadRecords(db, zoneId), await strengthRules(db, zoneId), legalDayOf(now))
}

export async function readOverview(db: Database, context: RequestContext): Promise<{ chains: ChainSummary[] }> {
  const zoneId = zoneOf(context).id
  const { nodes } = await readMap(db, zoneId, context.now)
  const chains = await chainsIn(db, zoneId).execute()
  return { chains: chains.map((chain) => summaryOf(chain, [...nodes.values()])) }
}

function summaryOf(
  { id, name, kind, sample }: Pick<ChainRow, 'id' | 'name' | 'kind' | 'sample'>,
  all: readonly MapNode[],
): ChainSummary {
  const own = all.filter(({ chain }) => chain.id === id)
  const atWork = own.flatMap(({ placed }) => placed.filter(({ counts }) => counts).map(({ of }) => of.id))
  const of = (strength: string) => own.filter((node) => node.strength.strength === strength).length
  return {
    ...{ id, name, kind, sample, enterprises: new Set(atWork).size },
    nodes: {
      missing: 0,
      weak: 0,
      present: 0,
      strong: 0,
      ...Object.fromEntries(strengths.map((one) => [one, of(one)])),
    },
    singleSuppliers: own.filter(({ singleSupplier }) => singleSupplier).length,
  }
}

export async function readChain(db: Database, context: RequestContext, id: string): Promise<ChainView> {
  const zoneId = zoneOf(context).id
  const chain = await chainsIn(db, zoneId).where('id', '=', id).executeTakeFirst()
  if (!chain) throw notFound()
  const { nodes, links } = await readMap(db, zoneId, context.now)
  const own = [...nodes.values()].filter((node) => node.chain.id === id)
  const ids = new Set(own.map((node) => node.id))
  return {
    ...{ id, name: chain.name, kind: chain.kind, note: chain.note, sample: chain.sample },
    chief: await nameOf(db, zoneId, { table: 'organisation.people', id: chain.chief_id }),
    team: await nameOf(db, zoneId, { table: 'organisation.teams', id: chain.team_id }),
    nodes: own,
    links: links.filter(({ from, to }) => ids.has(from.id) || ids.has(to.id)),
  }
}

interface OfOrganisation {
  readonly table: 'organisation.people' | 'organisation.teams'
  readonly id: string | null
}

async function nameOf(db: Database, zoneId: string, { table, id }: OfOrganisation): Promise<string | null> {
  if (id === null) return null
  const row = await db
    .selectFrom(table)
    .select('name')
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.name ?? null
}

interface Asked {
  readonly enterprise?: string | undefined
  readonly project?: string | undefined
  readonly lead?: string | undefined
}

/** Where an enterprise and its projects stand; of one project where that is asked. */
export async function readPlaces(
  db: Database,
  context: RequestContext,
  asked: Asked,
): Promise<{ places: ChainPlace[] }> {
  const zoneId = zoneOf(context).id
  const subjects = await subjectsFor(db, zoneId, { caller: context.caller, asked })
  const { nodes } = await readMap(db, zoneId, context.now)
  return {
    places: [...nodes.values()].flatMap((node) =>
      node.placed
        .filter(({ of }) => subjects.has(of.id))
        .map(({ id, counts, products }) => ({
          ...{ id, chain: node.chain, node: { id: node.id, name: node.name }, lane: node.lane, products },
          strength: node.strength.strength,
          singleSupplier: node.singleSupplier && counts,
        })),
    ),
  }
}

/** Ids of what the caller asks about; what is not there for an outsider is answered as what is not there. */
async function subjectsFor(
  db: Database,
  zoneId: string,
  { caller, asked }: { readonly caller: Caller; readonly asked: Asked },
): Promise<ReadonlySet<string>> {
  const outsider = isOutsider(caller)
  if (outsider && asked.lead !== undefined) throw notFound()
  if (asked.lead !== undefined) return new Set([asked.lead])
  const enterprise = asked.enterprise ?? (asked.project === undefined ? caller.enterpriseId : null)
  if (outsider && enterprise !== null && enterprise !== caller.enterpriseId) throw notFound()
  if (asked.project === undefined) return new Set(enterprise === null ? [] : [enterprise])
  const project = await db
    .selectFrom('projects.projects')
    .select(['id', 'enterprise_id'])
    .where('zone_id', '=', zoneId)
    .where('id', '=', asked.project)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  if (!project || (outsider && project.enterprise_id !== caller.enterpriseId)) throw notFound()
  return new Set([project.id, ...(project.enterprise_id === null ? [] : [project.enterprise_id])])
}
