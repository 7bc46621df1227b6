import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { workdayCount } from '../../../kernel/workday-count.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { publish } from '../../../platform/events/publish.ts'
import { newId } from '../../../platform/ids.ts'
import { seal } from '../../../platform/journal/cipher.ts'
import { makePersonKey } from '../../../platform/journal/person-keys.ts'
import { record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { send } from '../../../platform/outbox/send.ts'
import { isBad, type RatingGrade, type RatingReason } from '../contract/rating.ts'
import type { OwnRating } from '../contract.ts'
import { daysOn, type RatingWithCase, ratingsIn, unnamed } from './store.ts'

/** Place of the ciphertext of who rated. */
export const raterPlace = (id: string) => `ratings.rating.rater ${id}`

/** The decided cases of the caller's enterprise, the latest first. */
function ownCases(db: Database, zoneId: string, enterpriseId: string) {
  return db
    .selectFrom('cases.cases')
    .select(['id', 'department', 'matter_name_zh', 'matter_name_en', 'decided_on', 'sample'])
    .where('zone_id', '=', zoneId)
    .where('enterprise_id', '=', enterpriseId)
    .where('decided_on', 'is not', null)
    .where('archived_at', 'is', null)
}

export async function listOwn(db: Database, context: RequestContext) {
  const { id: zoneId } = zoneOf(context)
  const { enterpriseId } = context.caller
  if (enterpriseId === null) return { toRate: [], ratings: [] }
  const rated = await ratingsIn(db, zoneId)
    .where('decided.enterprise_id', '=', enterpriseId)
    .orderBy('rating.id', 'desc')
    .limit(200)
    .execute()
  const done = new Set(rated.map(({ case_id }) => case_id))
  const cases = await ownCases(db, zoneId, enterpriseId).orderBy('decided_on', 'desc').limit(50).execute()
  return {
    toRate: cases
      .filter(({ id }) => !done.has(id))
      .map((row) => ({
        caseId: row.id,
        matter: { zh: row.matter_name_zh, en: row.matter_name_en },
        department: row.department,
        decidedOn: row.decided_on ?? '',
      })),
    ratings: rated.map(ownView),
  }
}

interface Rating {
  readonly case: string
  readonly grade: RatingGrade | null
}

/** Rates a decided case of the caller's own, once; a bad grade sets the call-back going. */
export async function rate(db: Database, context: RequestContext, { case: caseId, grade }: Rating): Promise<OwnRating> {
  const { id: zoneId } = zoneOf(context)
  const { caller, now } = context
  const decided =
    caller.enterpriseId === null
      ? undefined
      : await ownCases(db, zoneId, caller.enterpriseId).where('id', '=', caseId).executeTakeFirst()
  if (!decided) throw notFound()
  const id = newId(now)
  const acting = unnamed(context, id)
  const today = legalDayOf(now)
  const key = await makePersonKey(db, acting, id)
  const rater = seal(key, JSON.stringify({ accountId: caller.accountId, name: caller.name }), raterPlace(id))
  const row = await db
    .insertInto('ratings.ratings')
    .values({
      ...{ zone_id: zoneId, id, version: 1, created_at: now, created_by: 'system', updated_at: now },
      ...{ updated_by: 'system', archived_at: null, sample: decided.sample, case_id: caseId, grade, rated_on: today },
      ...{ rater, reasons: [], reasons_given: false, days: await daysOn(db, zoneId, today) },
    })
    .onConflict((conflict) => conflict.columns(['zone_id', 'case_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) throw ratedAlready()
  await record(db, acting, {
    ...{ subjectKind: 'ratings.rating', subjectId: id, action: grade === null ? 'decline' : 'rate', after: { grade } },
  })
  if (grade !== null && isBad(grade)) await tellBad(db, acting, id)
  return getOwn(db, context, id)
}

/** Other modules hear that there is a bad rating and how long it may take; not whose, nor about which case. */
async function tellBad(db: Database, acting: RequestContext, id: string): Promise<void> {
  const subject = { subjectKind: 'ratings.rating', subjectId: id }
  const days = await daysOn(db, zoneOf(acting).id, legalDayOf(acting.now))
  await publish(db, acting, { topic: 'ratings.bad', ...subject, payload: { days } })
  await send(db, acting, {
    ...{ channel: 'app', key: `ratings:${id}:bad`, ...subject, to: [{ role: 'supervisor' }], link: '/ratings' },
    text: {
      zh: `有一条差评要在 ${days} 个工作日内回访、整改并答复。`,
      en: `A bad rating must be called back, put right and answered within ${workdayCount(days)}.`,
    },
  })
}

interface Reasons {
  readonly id: string
  readonly reasons: readonly RatingReason[]
  readonly words: string | null
}

/** Why, said once and after the grade. */
export async function giveReasons(db: Database, context: RequestContext, input: Reasons): Promise<OwnRating> {
  const { id: zoneId } = zoneOf(context)
  const known = await getOwn(db, context, input.id)
  if (known.reasonsGiven || known.grade === null) throw saidAlready()
  const { numUpdatedRows } = await db
    .updateTable('ratings.ratings')
    .set((eb) => ({
      ...{ reasons: [...new Set(input.reasons)], words: input.words === '' ? null : input.words },
      ...{ reasons_given: true, updated_at: context.now, updated_by: 'system', version: eb('version', '+', 1) },
    }))
    .where('zone_id', '=', zoneId)
    .where('id', '=', input.id)
    .where('reasons_given', '=', false)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw saidAlready()
  await record(db, unnamed(context, input.id), {
    ...{ subjectKind: 'ratings.rating', subjectId: input.id, action: 'giveReasons' },
    after: { reasons: [...input.reasons] },
  })
  return getOwn(db, context, input.id)
}

async function getOwn(db: Database, context: RequestContext, id: string): Promise<OwnRating> {
  const { enterpriseId } = context.caller
  if (enterpriseId === null) throw notFound()
  const row = await ratingsIn(db, zoneOf(context).id)
    .where('rating.id', '=', id)
    .where('decided.enterprise_id', '=', enterpriseId)
    .executeTakeFirst()
  if (!row) throw notFound()
  return ownView(row)
}

function ownView(row: RatingWithCase): OwnRating {
  return {
    id: row.id,
    caseId: row.case_id,
    matter: { zh: row.matter_name_zh, en: row.matter_name_en },
    department: row.department,
    grade: row.grade,
    ratedOn: row.rated_on,
    reasonsGiven: row.reasons_given,
    calledOn: row.called_on,
    answer: row.answer,
    answeredOn: row.answered_on,
  }
}

function ratedAlready(): Problem {
  return new Problem('conflict', 'ratings.rated_already', {
    zh: '这个办件已经评价过，一事一评，不能再评。',
    en: 'This case has been rated: once a case.',
  })
}

function saidAlready(): Problem {
  return new Problem('rule_violated', 'ratings.said_already', {
    zh: '这条评价的理由已经写过，或没有打分。',
    en: 'The reasons of this rating were given already, or it has no grade.',
  })
}
