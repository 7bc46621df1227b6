import { type Selectable, sql } from 'kysely'
import { inZone } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import type { Database } from '../../../platform/module.ts'
import type { ForecastResult } from '../contract/result.ts'
import type { Forecast } from '../contract.ts'
import type { Steps } from '../domain/forecast.ts'
import type { ForecastRow } from './table.ts'

export type StoredForecast = Selectable<ForecastRow>

/** One forecast, from outside the transaction that began it. */
export interface Place {
  readonly zoneId: string
  readonly id: string
}

/** How far it is. Answers false when it is no longer running: stopped, or taken over. */
export async function saveSteps(db: Database, { zoneId, id }: Place, told: Steps & { now: Date; attempt: number }) {
  const { done, total, now, attempt } = told
  const { numUpdatedRows } = await inZone(db, zoneId, (zoned) =>
    mine(zoned, { zoneId, id }, attempt).set({ done, total, beat_at: now, updated_at: now }).executeTakeFirstOrThrow(),
  )
  return numUpdatedRows > 0n
}

/** The answer, whole or not at all. */
export async function saveResult(
  db: Database,
  { zoneId, id }: Place,
  told: { readonly result: ForecastResult; readonly now: Date; readonly attempt: number },
): Promise<void> {
  await inZone(db, zoneId, (zoned) => writeResult(zoned, { zoneId, id }, told))
}

/** The same within a transaction of the zone. */
export async function writeResult(
  zoned: Database,
  { zoneId, id }: Place,
  { result, now, attempt }: { readonly result: ForecastResult; readonly now: Date; readonly attempt: number },
): Promise<void> {
  const { numUpdatedRows } = await mine(zoned, { zoneId, id }, attempt)
    .set({
      ...{ state: 'done', done: sql<number>`total`, finished_at: now, beat_at: now, updated_at: now },
      ...{
        desks: JSON.stringify(result.desks),
        rests: JSON.stringify(result.rests),
        provisional: result.provisional,
      },
    })
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return
  const rows = result.outcomes.map(({ projectId, permit, production, incomplete }) => ({
    ...{ zone_id: zoneId, id: newId(now), created_at: now, created_by: 'system', forecast_id: id },
    ...{ project_id: projectId, permit: JSON.stringify(permit), production: JSON.stringify(production), incomplete },
  }))
  for (let i = 0; i < rows.length; i += 500)
    await zoned
      .insertInto('forecast.outcomes')
      .values(rows.slice(i, i + 500))
      .execute()
}

/** It will not be finished, and why. */
export async function saveFailure(
  db: Database,
  { zoneId, id }: Place,
  told: { readonly reason: { zh: string; en: string }; readonly now: Date; readonly attempt: number },
): Promise<void> {
  const { reason, now, attempt } = told
  const set = {
    state: 'failed',
    reason_zh: reason.zh,
    reason_en: reason.en,
    finished_at: now,
    updated_at: now,
  } as const
  await inZone(db, zoneId, (zoned) => mine(zoned, { zoneId, id }, attempt).set(set).execute())
}

/** Only while it runs, and only by whoever began it last. */
function mine(db: Database, { zoneId, id }: Place, attempt: number) {
  return db
    .updateTable('forecast.forecasts')
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .where('attempts', '=', attempt)
}

export function forecastsIn(db: Database, zoneId: string) {
  return db.selectFrom('forecast.forecasts').selectAll().where('zone_id', '=', zoneId).where('archived_at', 'is', null)
}

export function findRunning(db: Database, zoneId: string): Promise<StoredForecast | undefined> {
  return forecastsIn(db, zoneId).where('state', 'in', ['queued', 'running']).executeTakeFirst()
}

/** The last of all, and the last that was answered. */
export async function findLatest(db: Database, zoneId: string) {
  const last = await forecastsIn(db, zoneId).orderBy('id', 'desc').limit(1).executeTakeFirst()
  const answered = await forecastsIn(db, zoneId)
    .where('state', '=', 'done')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { last, answered }
}

export function viewOf(row: StoredForecast): Forecast {
  const { id, version, state, runs, seed, done, total } = row
  return {
    ...{ id, version, state, runs, seed, done, total, askedBy: row.asked_by, askedAt: row.created_at.toISOString() },
    dataAt: row.data_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    reason: row.reason_zh === null ? null : { zh: row.reason_zh, en: row.reason_en ?? row.reason_zh },
  }
}
