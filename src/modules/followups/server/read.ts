import type { InputOf } from '../../../kernel/endpoint.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { byCodePoint } from '../../../kernel/order.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { listReceipts } from '../../../platform/outbox/receipts.ts'
import { listStaff } from '../../organisation/server/api.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import type { Reading } from '../contract/sentence.ts'
import type { FollowUpVerb } from '../contract/steps.ts'
import type { FollowUp, FollowUpDetail, listFollowUps } from '../contract.ts'
import { readSentence } from '../domain/sentence/read.ts'
import { scopeOf } from './people.ts'
import { followUpsIn, getStored, type StoredFollowUp, withActions } from './store.ts'
import { kind } from './tell.ts'
import { sidesOf, viewsOf } from './views.ts'

const openStates = ['issued', 'acknowledged', 'answered', 'sent_back'] as const
const readAtMost = 500
/** Steps that a follow-up waits for; everything else may be done but is not waited for. */
const duties: ReadonlySet<FollowUpVerb> = new Set(['acknowledge', 'answer', 'accept'])

export async function read(db: Database, context: RequestContext, sentence: string): Promise<Reading> {
  const { id: zoneId, code } = zoneOf(context)
  const calendar = await zoneCalendar(db, code)
  return readSentence(sentence, { today: legalDayOf(context.now), calendar, staff: await listStaff(db, zoneId) })
}

/** What waits for the caller first, late before the others, then by due day; what is over by its end. */
export async function list(db: Database, context: RequestContext, asked: InputOf<typeof listFollowUps>) {
  const scope = await scopeOf(db, context)
  const { about, view } = asked
  let query = followUpsIn(db, scope)
  if (about !== undefined)
    query = query.where((eb) => eb.or([eb('project_id', '=', about), eb('subject_id', '=', about)]))
  if (asked.open === true || view === 'waiting') query = query.where('state', 'in', openStates)
  if (view === 'issued') query = query.where('issuer_id', '=', context.caller.accountId)
  const rows = await query.orderBy('id', 'desc').limit(readAtMost).execute()
  const views = await viewsOf(db, context, { scope, stored: await withActions(db, scope.zoneId, rows) })
  const waiting = views.filter(waits)
  const shown = (view === 'waiting' ? waiting : views).sort(byConsequence)
  return {
    followUps: shown.slice(0, asked.limit),
    waiting: waiting.length,
    late: waiting.filter(({ late }) => late > 0).length,
  }
}

function waits({ steps }: FollowUp): boolean {
  return steps.some((verb) => duties.has(verb))
}

function byConsequence(a: FollowUp, b: FollowUp): number {
  const rank = (one: FollowUp) => (one.state === 'accepted' || one.state === 'closed' ? 2 : waits(one) ? 0 : 1)
  return (
    rank(a) - rank(b) || b.late - a.late || byCodePoint(a.dueOn ?? '9999', b.dueOn ?? '9999') || byCodePoint(a.id, b.id)
  )
}

export async function getDetail(db: Database, context: RequestContext, id: string): Promise<FollowUpDetail> {
  return detailOf(db, context, await getStored(db, await scopeOf(db, context), { id, lock: false }))
}

/** With what was done. Who has read it is told to who gave the order and who oversees. */
export async function detailOf(db: Database, context: RequestContext, stored: StoredFollowUp): Promise<FollowUpDetail> {
  const scope = await scopeOf(db, context)
  const [view] = await viewsOf(db, context, { scope, stored: [stored] })
  if (!view) throw new RangeError('one row, one view')
  const mayKnow = sidesOf(stored.row, scope).includes('issuer') || scope.caller.permissions.has('followups.oversee')
  const subject = { subjectKind: kind, subjectId: stored.row.id }
  return {
    ...view,
    actions: stored.actions.map(({ verb, actor_name, created_at, words, to_name }) => ({
      ...{ verb, by: actor_name, at: created_at.toISOString(), words, to: to_name },
    })),
    readers: mayKnow ? await listReceipts(db, scope.zoneId, subject) : [],
  }
}
