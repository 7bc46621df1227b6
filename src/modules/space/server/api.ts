import type { Day } from '../../../kernel/calendar.ts'
import { notFound } from '../../../platform/access/caller.ts'
import type { Database } from '../../../platform/module.ts'
import type { SpaceUse } from '../contract/words.ts'
import type { BuildingRow, UnitRow } from './table.ts'

/** A building as a map needs it: degrees of CGCS2000 (EPSG:4490); `outline` is a GeoJSON Polygon as text. */
export interface BuildingRef {
  readonly id: string
  readonly name: string
  readonly place: string | null
  readonly address: string | null
  readonly use: SpaceUse
  readonly standardPlant: boolean
  /** m². */
  readonly totalSqm: number
  readonly longitude: number | null
  readonly latitude: number | null
  readonly outline: string | null
  readonly completedOn: Day | null
  readonly sample: boolean
}

/** A unit that can be let, null where nobody has entered it. Whether it is free says `leases/server/api.ts`. */
export interface UnitRef {
  readonly id: string
  readonly code: string
  readonly building: BuildingRef
  readonly level: number | null
  readonly use: SpaceUse
  /** m². */
  readonly areaSqm: number
  readonly heightM: number | null
  readonly loadKnSqm: number | null
  readonly craneT: number | null
  readonly powerKva: number | null
  /** Yuan per m² and month. */
  readonly askingRent: number | null
  /** Offered to investors while it is free. */
  readonly published: boolean
  readonly sample: boolean
}

/** @public Buildings of the zone that are not archived, by name; the map draws those that are placed. Needs the zone's context. */
export async function listBuildings(db: Database, zoneId: string): Promise<BuildingRef[]> {
  const rows = await db
    .selectFrom('space.buildings')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(buildingOf)
}

/** @public Units of the zone that are not archived, by code, with their buildings. Needs the zone's context. */
export async function listUnits(db: Database, zoneId: string): Promise<UnitRef[]> {
  const buildings = new Map((await listBuildings(db, zoneId)).map((building) => [building.id, building]))
  const rows = await db
    .selectFrom('space.units')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('code')
    .orderBy('id')
    .execute()
  return rows.flatMap((row) => {
    const building = buildings.get(row.building_id)
    return building ? [unitOf(row, building)] : []
  })
}

/** @public These units, held until the transaction ends so that nobody lets them meanwhile; 404 when one is not there. */
export async function lockUnits(db: Database, zoneId: string, ids: readonly string[]): Promise<UnitRow[]> {
  const rows = await db
    .selectFrom('space.units')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('id', 'in', [...ids])
    .where('archived_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  if (rows.length !== new Set(ids).size) throw notFound()
  return rows
}

const known = (value: string | null): number | null => (value === null ? null : Number(value))

function buildingOf(row: BuildingRow): BuildingRef {
  return {
    ...{ id: row.id, name: row.name, place: row.place, address: row.address, use: row.use },
    ...{ standardPlant: row.standard_plant, totalSqm: Number(row.total_sqm), outline: row.outline },
    completedOn: row.completed_on,
    ...{ longitude: known(row.longitude), latitude: known(row.latitude), sample: row.sample },
  }
}

function unitOf(row: UnitRow, building: BuildingRef): UnitRef {
  return {
    ...{ id: row.id, code: row.code, building, level: row.level, use: row.use, areaSqm: Number(row.area_sqm) },
    ...{ heightM: known(row.height_m), loadKnSqm: known(row.load_kn_sqm), craneT: known(row.crane_t) },
    ...{ powerKva: known(row.power_kva), askingRent: known(row.asking_rent) },
    ...{ published: row.published, sample: row.sample },
  }
}
