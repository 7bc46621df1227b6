import { Decimal } from 'decimal.js'
import type { Selectable } from 'kysely'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { listParcels } from '../../parcels/server/api.ts'
import { projectNames } from '../../projects/server/api.ts'
import type { Waiting } from '../contract/waiting.ts'
import { keyLevels, readinessLabels } from '../contract/words.ts'
import { type Demand, rankDemands } from '../domain/rank.ts'
import { weightsOn } from './rules.ts'
import type { DemandRow } from './table.ts'

type StoredDemand = Selectable<DemandRow>
const steps = Object.keys(readinessLabels)
const yuanInYi = 100_000_000

function demandOf(row: StoredDemand): Demand {
  const numberOf = (text: string | null) => (text === null ? null : Number(text))
  return {
    ...{ id: row.id, appliedOn: row.applied_on, areaSqm: row.area_sqm },
    values: {
      keyLevel: row.key_level === null ? null : keyLevels.indexOf(row.key_level),
      investment: row.investment_yuan === null ? null : new Decimal(row.investment_yuan).div(yuanInYi).toNumber(),
      taxPerMu: numberOf(row.tax_per_mu),
      energyPerWan: numberOf(row.energy_per_wan),
      readiness: row.readiness === null ? null : steps.indexOf(row.readiness),
    },
  }
}

/** Demands that are not archived, by their day. */
async function demandsOf(db: Database, zoneId: string): Promise<StoredDemand[]> {
  return db
    .selectFrom('supply.demands')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('applied_on')
    .orderBy('id')
    .execute()
}

/** Parcels of the year's plan that are ready or on the way to it and that nobody has been given. */
async function freeParcels(
  db: Database,
  zoneId: string,
  { year, taken }: { year: number; taken: ReadonlySet<string> },
) {
  const lines = await db
    .selectFrom('supply.plan_lines')
    .select(['parcel_id', 'area_sqm'])
    .where('zone_id', '=', zoneId)
    .where('year', '=', year)
    .where('archived_at', 'is', null)
    .execute()
  const ids = lines.map(({ parcel_id }) => parcel_id)
  const parcels = await listParcels(db, zoneId, { ids, states: ['planned', 'assessed', 'ready'] })
  const area = new Map(lines.map(({ parcel_id, area_sqm }) => [parcel_id, area_sqm]))
  return parcels.filter(({ id }) => !taken.has(id)).map(({ id, name }) => ({ id, name, areaSqm: area.get(id) ?? 0 }))
}

/** The list as it stands now: the land that is free, the demands that wait, ranked. */
export async function standingList(db: Database, context: RequestContext) {
  const zoneId = zoneOf(context).id
  const today = legalDayOf(context.now)
  const year = Number(today.slice(0, 4))
  const demands = await demandsOf(db, zoneId)
  const taken = new Set(
    demands.flatMap(({ state, parcel_id }) => (state === 'allocated' && parcel_id !== null ? [parcel_id] : [])),
  )
  const parcels = await freeParcels(db, zoneId, { year, taken })
  const weights = await weightsOn(db, zoneId, today)
  const waiting = demands.filter(({ state }) => state === 'waiting')
  const availableSqm = parcels.reduce((sum, { areaSqm }) => sum + areaSqm, 0)
  const ranked = rankDemands(waiting.map(demandOf), weights, availableSqm)
  return { year, demands, parcels, weights, availableSqm, ranked }
}

const shownActs = 20

export async function readWaiting(db: Database, context: RequestContext): Promise<Waiting> {
  const zoneId = zoneOf(context).id
  const { year, demands, parcels, weights, availableSqm, ranked } = await standingList(db, context)
  const projects = await projectNames(
    db,
    zoneId,
    demands.flatMap(({ project_id }) => (project_id === null ? [] : [project_id])),
  )
  const byId = new Map(demands.map((row) => [row.id, row]))
  const lines = ranked.flatMap(({ id, ...line }) => {
    const row = byId.get(id)
    if (!row) return []
    const name = row.project_id === null ? undefined : projects.get(row.project_id)
    return [
      {
        ...{ id, version: row.version, title: row.title, areaSqm: row.area_sqm, keyLevel: row.key_level },
        ...{ appliedOn: row.applied_on, ...line, reasons: [...line.reasons] },
        project: row.project_id !== null && name !== undefined ? { id: row.project_id, name } : null,
      },
    ]
  })
  const deferred = demands.filter(({ state }) => state === 'deferred')
  return {
    ...{ year, availableSqm, parcels, lines, acts: await lastActs(db, zoneId, byId) },
    weights: weights.map(({ criterion, points, zeroAt, fullAt, source }) => ({
      ...{ criterion, points, zeroAt, fullAt, source },
    })),
    deferred: deferred.map(({ id, version, title, area_sqm, applied_on }) => ({
      ...{ id, version, title, areaSqm: area_sqm, appliedOn: applied_on },
    })),
  }
}

async function lastActs(db: Database, zoneId: string, demands: ReadonlyMap<string, StoredDemand>) {
  const acts = await db
    .selectFrom('supply.demand_acts')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .orderBy('id', 'desc')
    .limit(shownActs)
    .execute()
  const ids = acts.flatMap(({ parcel_id }) => (parcel_id === null ? [] : [parcel_id]))
  const parcels = new Map((await listParcels(db, zoneId, { ids })).map(({ id, name }) => [id, { id, name }]))
  return acts.map((act) => ({
    ...{ id: act.id, verb: act.verb, on: act.happened_on, by: act.actor_name, reason: act.reason },
    ...{ demand: demands.get(act.demand_id)?.title ?? '', moves: act.moves },
    parcel: act.parcel_id === null ? null : (parcels.get(act.parcel_id) ?? null),
  }))
}
