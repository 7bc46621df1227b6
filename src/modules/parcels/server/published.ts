import type { Database } from '../../../platform/module.ts'
import { codesOf } from '../domain/codes.ts'
import type { Assessed } from '../domain/readiness.ts'
import type {} from './table.ts'

export interface KnownAssessment extends Assessed {
  readonly id: string
}

/** Published ones of the zone. */
export async function publishedOf(db: Database, zoneId: string): Promise<KnownAssessment[]> {
  const rows = await db
    .selectFrom('parcels.assessments')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('state', '=', 'published')
    .orderBy('approved_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, title: row.title, kind: row.kind, parcelCodes: codesOf(row.parcel_codes), effect: row.effect },
    ...{ approvedOn: row.approved_on, validUntil: row.valid_until, finding: row.finding, document: row.document },
    negativeIndustries: codesOf(row.negative_industries),
  }))
}
