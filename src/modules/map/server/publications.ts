import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { Publication } from '../contract/publication.ts'
import { refusePublishing } from '../domain/publish.ts'
import { type Layers, layerFor } from './layers.ts'
import { findSetting, listRows, lockRow, publishedRows } from './store.ts'
import type { PublicationRow } from './table.ts'

export const subjectKind = 'map.publication'

/** All publications of layers that the caller may see, the newest first. */
export async function listPublications(db: Database, context: RequestContext, layers: Layers): Promise<Publication[]> {
  const rows = await listRows(db, zoneOf(context).id)
  const mine = rows.filter(({ layer }) =>
    context.caller.permissions.has(layers.get(layer)?.layer.needs ?? 'map.publish'),
  )
  return mine.map((row) => viewOf(row, layers))
}

interface Asked extends Pick<Publication, 'layer' | 'audience' | 'reviewNumber' | 'reviewedOn' | 'toleranceM'> {}

export async function publish(db: Database, context: RequestContext, { layers, ...asked }: Asked & { layers: Layers }) {
  const { now, caller } = context
  const zoneId = zoneOf(context).id
  const today = legalDayOf(now)
  layerFor(layers, asked.layer, caller)
  const published = (await publishedRows(db, zoneId)).some(({ layer }) => layer === asked.layer)
  const setting = await findSetting(db, zoneId, today)
  refusePublishing(asked, { today, published, leastToleranceM: setting?.public_tolerance_m ?? null })
  const by = actorOf(context)
  const row = await db
    .insertInto('map.publications')
    .values({
      ...{ zone_id: zoneId, id: newId(now), version: 1, created_at: now, created_by: by, updated_at: now },
      ...{ updated_by: by, archived_at: null, sample: context.sample ?? false, layer: asked.layer },
      ...{ audience: asked.audience, review_number: asked.reviewNumber, reviewed_on: asked.reviewedOn },
      ...{ tolerance_m: String(asked.toleranceM), published_on: today, withdrawn_on: null, reason: null },
      actor_name: caller.name,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(db, context, { subjectKind, subjectId: row.id, action: 'publish', after: { ...asked } })
  return viewOf(row, layers)
}

export async function withdraw(
  db: Database,
  context: RequestContext,
  { layers, id, version, reason }: { layers: Layers; id: string; version: number; reason: string },
): Promise<Publication> {
  const { now } = context
  const zoneId = zoneOf(context).id
  const row = await lockRow(db, zoneId, id)
  if (row.version !== version || row.withdrawn_on !== null) throw withdrawnAlready()
  const saved = await db
    .updateTable('map.publications')
    .set({ withdrawn_on: legalDayOf(now), reason, version: version + 1, updated_at: now, updated_by: actorOf(context) })
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const after = { layer: row.layer, withdrawnOn: saved.withdrawn_on }
  await record(db, context, { subjectKind, subjectId: id, action: 'withdraw', after, note: reason })
  return viewOf(saved, layers)
}

function withdrawnAlready(): Problem {
  return new Problem('conflict', 'map.withdrawn_already', {
    zh: '这次发布已经有人撤回，请刷新后再看。',
    en: 'Somebody has withdrawn this publication already: reload the page.',
  })
}

function viewOf(row: PublicationRow, layers: Layers): Publication {
  const { id, version, layer, audience } = row
  return {
    ...{ id, version, layer, audience, label: layers.get(layer)?.layer.label ?? { zh: layer, en: layer } },
    ...{ reviewNumber: row.review_number, reviewedOn: row.reviewed_on, toleranceM: Number(row.tolerance_m) },
    ...{ publishedOn: row.published_on, withdrawnOn: row.withdrawn_on, reason: row.reason, by: row.actor_name },
  }
}
