import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { open } from '../../../platform/journal/cipher.ts'
import { findPersonKey } from '../../../platform/journal/person-keys.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { send } from '../../../platform/outbox/send.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import type { RatingVerb } from '../contract/rating.ts'
import type { BadRating } from '../contract.ts'
import { type BadFacts, dueOf, stepsOf, take } from '../domain/bad-rating.ts'
import { raterPlace } from './rate.ts'
import { handsIn, type RatingWithCase, ratingsIn } from './store.ts'
import type { RatingRow } from './table.ts'

function badIn(db: Database, zoneId: string) {
  return ratingsIn(db, zoneId).where('rating.grade', '<=', 2)
}

/** Bad ratings of cases in which the caller had no hand: those still open first, then the latest. */
export async function listBad(db: Database, context: RequestContext): Promise<{ ratings: BadRating[] }> {
  const { id: zoneId } = zoneOf(context)
  const rows = await badIn(db, zoneId).orderBy('rating.id', 'desc').limit(200).execute()
  const mine = await seen(db, context, rows)
  const views = await viewsOf(db, context, mine)
  return { ratings: views.sort((a, b) => Number(a.answeredOn !== null) - Number(b.answeredOn !== null)) }
}

/** A handler is not told that there is anything. */
async function seen(db: Database, context: RequestContext, rows: readonly RatingWithCase[]) {
  const hands = await handsIn(
    db,
    zoneOf(context).id,
    rows.map(({ case_id }) => case_id),
  )
  const me = context.caller.accountId ?? ''
  return rows.filter((row) => row.handler_id !== me && !hands.get(row.case_id)?.has(me))
}

export interface BadStep {
  readonly id: string
  readonly version: number
  readonly words: string
  readonly uphold?: boolean
}

/** One step on a bad rating by somebody who had no hand in its case. */
export async function takeStep(
  db: Database,
  context: RequestContext,
  { verb, step }: { readonly verb: RatingVerb; readonly step: BadStep },
): Promise<BadRating> {
  const { id: zoneId } = zoneOf(context)
  const { caller, now } = context
  const row = await badIn(db, zoneId).where('rating.id', '=', step.id).forUpdate('rating').executeTakeFirst()
  const [visible] = row ? await seen(db, context, [row]) : []
  if (!visible) throw notFound()
  if (visible.version !== step.version) throw changedMeanwhile()
  const today = legalDayOf(now)
  const before = factsOf(visible)
  const { uphold } = step
  const after = take(before, { verb, ...(uphold !== undefined && { uphold }) }, { ...caller, today })
  const columns = { ...columnsOf(after), ...wordsOf(verb, step.words, caller.name) }
  await db
    .updateTable('ratings.ratings')
    .set({ ...columns, version: visible.version + 1, updated_at: now, updated_by: actorOf(context) })
    .where('zone_id', '=', zoneId)
    .where('id', '=', step.id)
    .execute()
  const subject = { subjectKind: 'ratings.rating', subjectId: step.id }
  await record(db, context, { ...subject, action: verb, after: columnsOf(after) })
  if (verb === 'answer') await tellRater(db, context, visible)
  const saved = await badIn(db, zoneId).where('rating.id', '=', step.id).executeTakeFirstOrThrow()
  const [view] = await viewsOf(db, context, [saved])
  if (view) return view
  throw notFound()
}

async function tellRater(db: Database, context: RequestContext, row: RatingWithCase): Promise<void> {
  await send(db, context, {
    ...{ channel: 'app', key: `ratings:${row.id}:answer`, subjectKind: 'ratings.rating', subjectId: row.id },
    ...{ to: [{ enterpriseId: row.enterprise_id }], link: '/my' },
    text: { zh: '您的评价有了答复，请在“我的项目”查看。', en: 'Your rating was answered: see "My project".' },
  })
}

function wordsOf(verb: RatingVerb, words: string, name: string): Partial<RatingRow> {
  switch (verb) {
    case 'callBack':
      return { call_note: words, called_by: name }
    case 'correct':
      return { correction: words }
    case 'answer':
      return { answer: words }
    case 'appeal':
      return { appeal_reason: words, appealed_name: name }
    case 'decideAppeal':
      return { appeal_decision: words }
  }
}

export function factsOf(row: RatingWithCase): BadFacts {
  return {
    ratedOn: row.rated_on,
    days: row.days,
    calledOn: row.called_on,
    correctedOn: row.corrected_on,
    answeredOn: row.answered_on,
    appeal: row.appeal,
    appealedBy: row.appealed_by,
  }
}

function columnsOf({ calledOn, correctedOn, answeredOn, appeal, appealedBy }: BadFacts) {
  return {
    called_on: calledOn,
    corrected_on: correctedOn,
    answered_on: answeredOn,
    appeal,
    appealed_by: appealedBy,
  }
}

async function viewsOf(db: Database, context: RequestContext, rows: readonly RatingWithCase[]): Promise<BadRating[]> {
  const zone = zoneOf(context)
  const moment = { calendar: await zoneCalendar(db, zone.code), today: legalDayOf(context.now) }
  const names = await enterpriseNames(db, zone.id, [...new Set(rows.map((row) => row.enterprise_id))])
  const views: BadRating[] = []
  for (const row of rows) {
    const facts = factsOf(row)
    views.push({
      ...wordsView(row),
      enterpriseName: names.get(row.enterprise_id) ?? '',
      raterName: await raterName(db, row),
      ...dueOf(facts, moment),
      steps: stepsOf(facts, context.caller),
    })
  }
  return views
}

function wordsView(row: RatingWithCase) {
  const appeal = row.appeal && {
    ...{ state: row.appeal, reason: row.appeal_reason ?? '', by: row.appealed_name ?? '' },
    decision: row.appeal_decision,
  }
  return {
    ...{ id: row.id, version: row.version, caseId: row.case_id, department: row.department, sample: row.sample },
    matter: { zh: row.matter_name_zh, en: row.matter_name_en },
    ...{ grade: row.grade ?? 1, ratedOn: row.rated_on, reasons: row.reasons, words: row.words },
    ...{ calledOn: row.called_on, calledBy: row.called_by, callNote: row.call_note },
    ...{ correctedOn: row.corrected_on, correction: row.correction },
    ...{ answeredOn: row.answered_on, answer: row.answer, appeal },
  }
}

async function raterName(db: Database, row: RatingWithCase): Promise<string> {
  const key = await findPersonKey(db, row.zone_id, row.id)
  if (key === null) return '****'
  const { name } = JSON.parse(open(key, row.rater, raterPlace(row.id))) as { name: string }
  return name
}

async function enterpriseNames(db: Database, zoneId: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('enterprises.enterprises')
    .select(['id', 'name'])
    .where('zone_id', '=', zoneId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

function changedMeanwhile(): Problem {
  return new Problem('conflict', 'ratings.changed_meanwhile', {
    zh: '这条差评已有人先办了一步，请刷新后再办。',
    en: 'Somebody was first with this rating: reload before you go on.',
  })
}
