import type { Database } from '../../../platform/module.ts'
import type {} from './table.ts'

/** Yuan of one year, planned and real. */
export interface YearOutput {
  readonly year: number
  readonly planned: number
  readonly real: number
}

/** The last year of every project of which one is known. Needs the zone's context. */
export async function lastOutputs(db: Database, zoneId: string): Promise<ReadonlyMap<string, YearOutput>> {
  const rows = await db
    .selectFrom('rates.outputs')
    .select(['project_id', 'year', 'planned_yuan', 'real_yuan'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('year')
    .execute()
  return new Map(
    rows.map(({ project_id, year, planned_yuan, real_yuan }) => [
      project_id,
      { year, planned: Number(planned_yuan), real: Number(real_yuan) },
    ]),
  )
}
