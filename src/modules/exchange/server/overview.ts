import type { Database } from '../../../platform/module.ts'
import type { ExternalCase, Run } from '../contract/rows.ts'
import { unmappedOf } from '../domain/fold.ts'
import { openConflicts } from './conflicts.ts'
import { externalRows, readZone } from './reading.ts'

/** The page of the exchange: what went in and out, what waits for a person, what is handled elsewhere. */
export async function overviewOf(db: Database, zoneId: string) {
  const zone = await readZone(db, zoneId)
  return {
    runs: await listRuns(db, zoneId),
    conflicts: await openConflicts(db, zoneId, zone),
    unmapped: unmappedOf(zone.events, zone.reading),
    external: await externalOf(db, zoneId, zone),
  }
}

/** Cases of the zone that only the province has. */
export async function externalCases(db: Database, zoneId: string): Promise<ExternalCase[]> {
  return externalOf(db, zoneId, await readZone(db, zoneId))
}

type Zone = Awaited<ReturnType<typeof readZone>>

async function externalOf(db: Database, zoneId: string, zone: Zone): Promise<ExternalCase[]> {
  const here = new Set(zone.local.map(({ projectId, matter }) => `${projectId} ${matter}`))
  const external = (await externalRows(db, zoneId)).filter((row) => !here.has(`${row.project_id} ${row.matter}`))
  return external.map((row) => ({
    ...{ id: row.id, projectId: row.project_id, state: row.state, instance: row.instance },
    ...{ receivedOn: row.received_on, decidedOn: row.decided_on },
    project: zone.projects.get(row.project_id)?.name ?? '',
    matter: zone.matters.get(row.matter) ?? { zh: row.matter, en: row.matter },
  }))
}

async function listRuns(db: Database, zoneId: string): Promise<Run[]> {
  const rows = await db
    .selectFrom('exchange.runs')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, at: row.created_at.toISOString(), by: row.actor_name },
    ...{ source: row.source, rows: row.row_count, added: row.added, known: row.known, bad: row.bad },
  }))
}
