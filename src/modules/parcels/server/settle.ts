import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, DomainEvent, RequestContext } from '../../../platform/module.ts'
import { industryOf, mergeFacts } from '../../projects/server/api.ts'
import { landFactsOf } from '../domain/land-facts.ts'
import { type Asked, assessmentGaps, servicingGaps } from '../domain/readiness.ts'
import { moveParcel } from './api.ts'
import { publishedOf } from './published.ts'
import { kindRules } from './rules.ts'
import { getRow } from './store.ts'
import type { ParcelRow } from './table.ts'

const groundOf = (row: ParcelRow): Asked['ground'] => ({
  ...{ code: row.code, name: row.name, landKind: row.land_kind, registeredSqm: Number(row.registered_area_sqm) },
  ...{ serviceLevel: row.service_level, converted: row.converted },
})

/** Everything that readiness and facts of a parcel follow from, as of today. */
export async function askedOf(db: Database, context: RequestContext, row: ParcelRow): Promise<Asked> {
  const day = legalDayOf(context.now)
  const assessments = await publishedOf(db, zoneOf(context).id)
  return { ground: groundOf(row), assessments, rules: kindRules(day), day }
}

/** After an assessment came, went or ended: parcels fall back that no longer have what they need, plans of projects on them are told. */
export async function settleZone(db: Database, context: RequestContext): Promise<void> {
  const rows = await db
    .selectFrom('parcels.parcels')
    .selectAll()
    .where('zone_id', '=', zoneOf(context).id)
    .where('archived_at', 'is', null)
    .where('state', 'in', ['assessed', 'ready'])
    .orderBy('code')
    .execute()
  for (const row of rows) await fallBack(db, context, row)
  for (const { project_id } of await openPlacements(db, context)) await settleProject(db, context, project_id)
}

/** Land that is not supplied yet loses its state with what it stood on; land under contract keeps it. */
export async function fallBack(db: Database, context: RequestContext, row: ParcelRow): Promise<void> {
  if (row.state !== 'assessed' && row.state !== 'ready') return
  const asked = await askedOf(db, context, row)
  const gaps = [...assessmentGaps(asked), ...(row.state === 'ready' ? servicingGaps(asked) : [])]
  if (gaps.length === 0) return
  const note = gaps.map(({ zh }) => zh).join('；')
  const to = assessmentGaps(asked).length > 0 ? 'planned' : 'assessed'
  await moveParcel(db, context, { id: row.id, to, action: 'fallBack', note })
}

export async function openPlacements(db: Database, context: RequestContext, parcelId?: string) {
  let query = db
    .selectFrom('parcels.placements')
    .selectAll()
    .where('zone_id', '=', zoneOf(context).id)
    .where('archived_at', 'is', null)
    .where('until', 'is', null)
    .orderBy('id')
  if (parcelId !== undefined) query = query.where('parcel_id', '=', parcelId)
  return query.execute()
}

/** What the land of a project says to its plan today; null: it stands on no parcel. */
export async function landOf(db: Database, context: RequestContext, projectId: string) {
  const zoneId = zoneOf(context).id
  const placement = await db
    .selectFrom('parcels.placements')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('project_id', '=', projectId)
    .where('archived_at', 'is', null)
    .where('until', 'is', null)
    .executeTakeFirst()
  if (!placement) return null
  const row = await getRow(db, zoneId, placement.parcel_id)
  const industry = await industryOf(db, zoneId, projectId)
  return { placement, row, industry, says: landFactsOf({ ...(await askedOf(db, context, row)), industry }) }
}

/** Facts of the land into the plan of the project, where they differ from what is there. */
export async function settleProject(db: Database, context: RequestContext, projectId: string): Promise<void> {
  const land = await landOf(db, context, projectId)
  if (land) await mergeFacts(db, context, { projectId, facts: land.says.facts, because: land.says.why })
}

/** Somebody set facts or the basis for the first time: what the land says stays what the land says. */
export async function hearProject(db: Database, event: DomainEvent, context: RequestContext): Promise<void> {
  await settleProject(db, context, event.subjectId)
}

/** The parcel itself changed: area, kind, conversion. */
export async function settleParcel(db: Database, context: RequestContext, row: ParcelRow): Promise<void> {
  await fallBack(db, context, row)
  for (const { project_id } of await openPlacements(db, context, row.id)) await settleProject(db, context, project_id)
}
