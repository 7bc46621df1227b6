import type { InputOf, OutputOf } from '../../../kernel/endpoint.ts'
import { actorOf, changesOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { projectNames } from '../../projects/server/api.ts'
import type { confirmReadiness, Readiness, reviseParcel } from '../contract/readiness.ts'
import { assessmentGaps, holdingFor, servicingGaps } from '../domain/readiness.ts'
import { moveParcel } from './api.ts'
import { publishedOf } from './published.ts'
import { kindRules } from './rules.ts'
import { askedOf, settleParcel } from './settle.ts'
import { getRow, lockAt } from './store.ts'
import type { ParcelRow } from './table.ts'

export async function readinessOf(db: Database, context: RequestContext, row: ParcelRow): Promise<Readiness> {
  const zoneId = zoneOf(context).id
  const asked = await askedOf(db, context, row)
  const all = await publishedOf(db, zoneId)
  const holding = new Set(holdingFor(asked).map(({ kind, document }) => `${kind} ${document}`))
  const placements = await db
    .selectFrom('parcels.placements')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('parcel_id', '=', row.id)
    .where('archived_at', 'is', null)
    .orderBy('since', 'desc')
    .execute()
  const names = await projectNames(
    db,
    zoneId,
    placements.map(({ project_id }) => project_id),
  )
  return {
    ...{ id: row.id, version: row.version, state: row.state, sideStates: row.side_states ?? [], on: asked.day },
    ...{ name: row.name, registeredSqm: Number(row.registered_area_sqm), landKind: row.land_kind },
    retiredOn: row.retired_on,
    ...{ assessmentGaps: assessmentGaps(asked), servicingGaps: servicingGaps(asked) },
    assessments: all
      .filter(({ kind, document }) => holding.has(`${kind} ${document}`))
      .map((one) => ({
        ...{ id: one.id, title: one.title, kind: one.kind, approvedOn: one.approvedOn, validUntil: one.validUntil },
        ...{ document: one.document, effect: one.effect, finding: one.finding },
        negativeIndustries: [...one.negativeIndustries],
        source: kindRules(asked.day).find(({ kind }) => kind === one.kind)?.source ?? '',
      })),
    projects: placements.flatMap(({ project_id, since, until, reason }) => {
      const name = names.get(project_id)
      return name === undefined ? [] : [{ id: project_id, name, since, until, reason }]
    }),
  }
}

/** Planned parcels become assessed, assessed ones ready, as far as nothing holds them back. */
export async function confirmAll(
  db: Database,
  context: RequestContext,
  { ids }: InputOf<typeof confirmReadiness>,
): Promise<OutputOf<typeof confirmReadiness>> {
  const answer: OutputOf<typeof confirmReadiness> = { moved: [], held: [] }
  for (const id of [...new Set(ids)].sort()) {
    const row = await getRow(db, zoneOf(context).id, id, true)
    const asked = await askedOf(db, context, row)
    const [assessing, servicing] = [assessmentGaps(asked), servicingGaps(asked)]
    if (row.state === 'planned' && assessing.length === 0)
      await moveParcel(db, context, { id, to: 'assessed', action: 'confirmReadiness' })
    const canBeReady = row.state === 'planned' || row.state === 'assessed'
    const gaps = [...assessing, ...servicing]
    if (canBeReady && gaps.length === 0) await moveParcel(db, context, { id, to: 'ready', action: 'confirmReadiness' })
    const now = await getRow(db, zoneOf(context).id, id)
    if (now.state !== row.state) answer.moved.push({ id, code: row.code, state: now.state })
    if (canBeReady && gaps.length > 0) answer.held.push({ id, code: row.code, reasons: gaps })
  }
  return answer
}

/** Registered area, kind of land or conversion change by a document; plans of projects on the parcel are told. */
export async function revise(
  db: Database,
  context: RequestContext,
  input: InputOf<typeof reviseParcel>,
): Promise<Readiness> {
  const row = await lockAt(db, zoneOf(context).id, input)
  const after = {
    registered_area_sqm:
      input.registeredAreaSqm === undefined ? row.registered_area_sqm : String(input.registeredAreaSqm),
    land_kind: input.landKind ?? row.land_kind,
    converted: input.converted ?? row.converted,
  }
  await db
    .updateTable('parcels.parcels')
    .set({ ...after, version: row.version + 1, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', row.zone_id)
    .where('id', '=', row.id)
    .execute()
  const shown = (one: Pick<ParcelRow, 'registered_area_sqm' | 'land_kind' | 'converted'>) => ({
    ...{ registeredAreaSqm: Number(one.registered_area_sqm), landKind: one.land_kind, converted: one.converted },
  })
  const subject = { subjectKind: 'parcels.parcel', subjectId: row.id }
  await record(db, context, {
    ...{ ...subject, action: 'revise', note: input.document },
    ...changesOf(shown(row), shown(after)),
  })
  await settleParcel(db, context, { ...row, ...after, version: row.version + 1 })
  return readinessOf(db, context, await getRow(db, row.zone_id, row.id))
}
