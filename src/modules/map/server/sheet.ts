import type { OutputOf } from '../../../kernel/endpoint.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { listLayers } from '../contract.ts'
import { findSetting } from './store.ts'

/** What the map's setting says today; null: the zone has none. */
export async function sheetOf(db: Database, context: RequestContext): Promise<OutputOf<typeof listLayers>['sheet']> {
  const row = await findSetting(db, zoneOf(context).id, legalDayOf(context.now))
  if (!row) return null
  const start = { longitude: Number(row.longitude), latitude: Number(row.latitude), zoom: Number(row.zoom) }
  return { holder: row.holder, source: row.source, reviewNumber: row.review_number, start }
}
