import type { InputOf } from '../../../kernel/endpoint.ts'
import type { Label } from '../../../kernel/label.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { getProject } from '../../projects/server/api.ts'
import type { ProjectLand, placeOnParcel } from '../contract/placement.ts'
import { codesOf, isOfClass } from '../domain/codes.ts'
import { landOf, settleProject } from './settle.ts'
import { getRow } from './store.ts'

/** A project goes onto a parcel, or from one onto another: its plan takes what the land says. */
export async function place(
  db: Database,
  context: RequestContext,
  input: InputOf<typeof placeOnParcel>,
): Promise<ProjectLand> {
  const zoneId = zoneOf(context).id
  const { now, caller } = context
  const project = await getProject(db, zoneId, input.id)
  const row = await getRow(db, zoneId, input.parcel, true)
  const today = legalDayOf(now)
  const since = input.happenedOn ?? today
  if (row.retired_on !== null)
    throw refusal(
      'retired',
      `地块 ${row.code} 已因分割或合并注销，请选后续地块。`,
      `Parcel ${row.code} ended by a split or merge: choose what came of it.`,
    )
  if (since > today) throw refusal('in_the_future', `${since} 还没有到。`, `${since} has not come yet.`)
  const old = await landOf(db, context, project.id)
  if (old?.row.id === row.id)
    throw refusal('placed_already', '项目已经在这个地块上。', 'The project stands on this parcel already.')
  if (old && old.placement.since > since)
    throw refusal(
      'before_the_last',
      `项目自 ${old.placement.since} 起在地块 ${old.row.code}，不能早于这一天。`,
      `The project stands on ${old.row.code} since ${old.placement.since}: it cannot move earlier.`,
    )
  const by = actorOf(context)
  if (old) {
    await db
      .updateTable('parcels.placements')
      .set({ until: since, version: old.placement.version + 1, updated_at: now, updated_by: by })
      .where('zone_id', '=', zoneId)
      .where('id', '=', old.placement.id)
      .execute()
  }
  await db
    .insertInto('parcels.placements')
    .values({
      ...{ zone_id: zoneId, id: newId(now), version: 1, created_at: now, created_by: by, updated_at: now },
      ...{ updated_by: by, archived_at: null, sample: project.sample, project_id: project.id, parcel_id: row.id },
      ...{ since, until: null, reason: input.reason, actor_name: caller.name },
    })
    .execute()
  await record(db, context, {
    ...{ subjectKind: 'parcels.parcel', subjectId: row.id, action: 'placeOn', threadId: project.id },
    ...{ before: old && { parcel: old.row.code }, after: { parcel: row.code, since }, note: input.reason },
  })
  await settleProject(db, context, project.id)
  return readLand(db, context, project.id)
}

export async function readLand(db: Database, context: RequestContext, projectId: string): Promise<ProjectLand> {
  const zoneId = zoneOf(context).id
  await getProject(db, zoneId, projectId)
  const land = await landOf(db, context, projectId)
  const past = await db
    .selectFrom('parcels.placements as placement')
    .innerJoin('parcels.parcels as parcel', (join) =>
      join.onRef('parcel.zone_id', '=', 'placement.zone_id').onRef('parcel.id', '=', 'placement.parcel_id'),
    )
    .select(['parcel.id', 'parcel.name', 'placement.since', 'placement.until', 'placement.reason'])
    .where('placement.zone_id', '=', zoneId)
    .where('parcel.zone_id', '=', zoneId)
    .where('placement.project_id', '=', projectId)
    .where('placement.archived_at', 'is', null)
    .orderBy('placement.id', 'desc')
    .execute()
  return {
    project: projectId,
    parcel: land && {
      ...{ id: land.row.id, code: land.row.code, name: land.row.name },
      registeredSqm: Number(land.row.registered_area_sqm),
    },
    since: land?.placement.since ?? null,
    says: land && { facts: { ...land.says.facts }, why: land.says.why, gaps: [...land.says.gaps] },
    warnings: land ? industryDoubt(land.row.industries, land.industry) : [],
    before: past.map(({ id, name, since, until, reason }) => ({ parcel: id, name, since, until, reason })),
  }
}

/** An industry that the parcel was not planned for is told, not refused: the plan of the land may be changed. */
function industryDoubt(allowed: string | null, industry: string | null): Label[] {
  const codes = codesOf(allowed)
  if (codes.length === 0) return []
  if (industry === null)
    return [
      {
        zh: '项目没有填写行业代码，无法核对准入行业。',
        en: 'The project has no industry code: whether the parcel allows it is not known.',
      },
    ]
  if (codes.some((code) => isOfClass(industry, code))) return []
  return [
    {
      zh: `地块准入行业为 ${allowed}，项目行业是 ${industry}。`,
      en: `The parcel allows ${allowed}; the industry of the project is ${industry}.`,
    },
  ]
}

function refusal(reason: string, zh: string, en: string): Problem {
  return new Problem('rule_violated', `parcels.${reason}`, { zh, en })
}
