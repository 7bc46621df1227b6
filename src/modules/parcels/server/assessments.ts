import { dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import type { InputOf } from '../../../kernel/endpoint.ts'
import { Problem } from '../../../kernel/problem.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { schedule } from '../../../platform/timers/schedule.ts'
import type { AssessmentState } from '../contract/assessment.ts'
import type { publishAssessment, withdrawAssessment } from '../contract/readiness.ts'
import { codesOf } from '../domain/codes.ts'
import { settleZone } from './settle.ts'
import type { AssessmentRow } from './table.ts'

/** The day after the last one of an assessment: land that stands on it is looked at again. */
export const lapseKind = 'parcels.lapse'

/** From its publication an assessment counts for every parcel that it covers and for every project on them. */
export async function publishOne(db: Database, context: RequestContext, input: InputOf<typeof publishAssessment>) {
  const row = await lockAssessment(db, context, input)
  if (row.state !== 'draft') throw wrongState('published')
  await refuseUnknownParcels(db, row)
  const saved = await save(db, context, { row, state: 'published', action: 'publish', note: row.document })
  if (row.valid_until !== null) {
    const day = dayFromNumber(dayNumber(row.valid_until) + 1)
    const subject = { subjectKind: 'parcels.assessment', subjectId: row.id }
    await schedule(db, context, { kind: lapseKind, key: row.id, ...subject, dueAt: new Date(`${day}T00:10:00+08:00`) })
  }
  await settleZone(db, context)
  return saved
}

export async function withdrawOne(db: Database, context: RequestContext, input: InputOf<typeof withdrawAssessment>) {
  const row = await lockAssessment(db, context, input)
  if (row.state !== 'published') throw wrongState('withdrawn')
  const saved = await save(db, context, { row, state: 'withdrawn', action: 'withdraw', note: input.reason })
  await settleZone(db, context)
  return saved
}

async function lockAssessment(db: Database, context: RequestContext, given: { id: string; version: number }) {
  const row = await db
    .selectFrom('parcels.assessments')
    .selectAll()
    .where('zone_id', '=', zoneOf(context).id)
    .where('id', '=', given.id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  if (row.version === given.version) return row
  throw new Problem(
    'conflict',
    'parcels.stale_assessment',
    {
      zh: '区域评估刚被他人改动，请刷新后再办。',
      en: 'Somebody has just changed the assessment: look again, then decide.',
    },
    { version: row.version },
  )
}

interface Saving {
  readonly row: AssessmentRow
  readonly state: AssessmentState
  readonly action: string
  readonly note: string
}

async function save(db: Database, context: RequestContext, { row, state, action, note }: Saving) {
  const version = row.version + 1
  await db
    .updateTable('parcels.assessments')
    .set({ state, version, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', row.zone_id)
    .where('id', '=', row.id)
    .execute()
  const subject = { subjectKind: 'parcels.assessment', subjectId: row.id }
  await record(db, context, { ...subject, action, before: { state: row.state }, after: { state }, note })
  return { id: row.id, version, state }
}

async function refuseUnknownParcels(db: Database, row: AssessmentRow): Promise<void> {
  const codes = codesOf(row.parcel_codes)
  if (codes.length === 0) return
  const found = await db
    .selectFrom('parcels.parcels')
    .select('code')
    .where('zone_id', '=', row.zone_id)
    .where('archived_at', 'is', null)
    .where('code', 'in', [...codes])
    .execute()
  const lost = codes.filter((code) => !found.some((one) => one.code === code))
  if (lost.length === 0) return
  throw new Problem('rule_violated', 'parcels.no_such_parcel', {
    zh: `没有编号为 ${lost.join('、')} 的地块，请更正适用地块后再公布。`,
    en: `There is no parcel ${lost.join(', ')}: correct the parcels, then publish.`,
  })
}

function wrongState(to: 'published' | 'withdrawn'): Problem {
  return new Problem(
    'rule_violated',
    'parcels.wrong_state',
    to === 'published'
      ? { zh: '只有待公布的区域评估可以公布。', en: 'Only a draft can be published.' }
      : { zh: '只有已公布的区域评估可以撤回。', en: 'Only a published assessment can be withdrawn.' },
  )
}
