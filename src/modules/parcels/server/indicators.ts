import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { industryOf } from '../../projects/server/api.ts'
import type { BindingIndicator } from '../contract/indicator.ts'
import { bindingOn } from '../domain/binding.ts'
import { codesOf } from '../domain/codes.ts'
import { getRow } from './store.ts'

export interface BindingAsked {
  readonly parcelIds: readonly string[]
  /** GB/T 4754; null: not known. */
  readonly industry: string | null
  readonly day: string
}

/** Thresholds that bind parcels for an industry on a day. Needs the zone's context. */
export async function bindingByParcel(
  db: Database,
  zoneId: string,
  { parcelIds, industry, day }: BindingAsked,
): Promise<ReadonlyMap<string, BindingIndicator[]>> {
  if (parcelIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('parcels.indicators')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .execute()
  const decided = await db
    .selectFrom('parcels.exceptions')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('parcel_id', 'in', [...parcelIds])
    .where('archived_at', 'is', null)
    .execute()
  const thresholds = rows.map((row) => ({
    ...{ code: row.code, industry: row.industry, direction: row.direction, threshold: Number(row.threshold) },
    ...{ unit: row.unit, phase: row.phase, owner: row.owner, source: row.source },
    ...{ validFrom: row.valid_from, validUntil: row.valid_until },
  }))
  const exceptions = decided.map((row) => ({
    ...{ parcel: row.parcel_id, code: row.code, threshold: Number(row.threshold), decidedOn: row.decided_on },
    ...{ decidedBy: row.decided_by, document: row.document, reason: row.reason },
  }))
  return new Map(
    parcelIds.map((id) => {
      const own = exceptions.filter(({ parcel }) => parcel === id)
      return [id, bindingOn({ thresholds, exceptions: own, industry, day })]
    }),
  )
}

/** Of the project when one is named; otherwise of the one industry that the parcel allows, if it is one. */
export async function readIndicators(
  db: Database,
  context: RequestContext,
  { id, project }: { readonly id: string; readonly project?: string | undefined },
) {
  const zoneId = zoneOf(context).id
  const row = await getRow(db, zoneId, id)
  const allowed = codesOf(row.industries)
  const only = allowed.length === 1 ? (allowed[0] ?? null) : null
  const industry = project === undefined ? only : await industryOf(db, zoneId, project)
  const on = legalDayOf(context.now)
  const binding = await bindingByParcel(db, zoneId, { parcelIds: [id], industry, day: on })
  return { industry, on, indicators: binding.get(id) ?? [] }
}
