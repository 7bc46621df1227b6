import { legalDayOf } from '../../../kernel/legal-day.ts'
import { publish } from '../../../platform/events/publish.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, DomainEvent, RequestContext, Timer } from '../../../platform/module.ts'
import { cancelOthers } from '../../../platform/timers/cancel-others.ts'
import { lookAgain } from '../../../platform/timers/look-again.ts'
import { schedule } from '../../../platform/timers/schedule.ts'
import { signedRefs } from '../../commitments/server/api.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import { deemAcceptance } from '../domain/deemed.ts'
import type { CaseFacts } from '../domain/facts.ts'
import { owedUntilMatters } from '../domain/fall-due.ts'
import { waitsForOf } from '../domain/light.ts'
import { newsOf, type Party, textOf } from '../domain/messages.ts'
import { dueOf, type Expected, nextLook, type Reminder, reminderKey, remindersOf } from '../domain/reminders.ts'
import { waitingOf } from '../domain/review.ts'
import type { CaseEvent, OwedEvent } from './api.ts'
import { bringResults } from './awaited.ts'
import { makeOwedFallDue } from './fall-due.ts'
import { placesOf } from './plan-slack.ts'
import type { StoredCase } from './rows.ts'
import { takeAction } from './step.ts'
import { casesIn, listActions, withFacts } from './store.ts'
import { nameOf, nameOfRound, tell } from './tell.ts'

/** A case's next look at the calendar; each case has at most one that is open. */
export const lookKind = 'cases.look'

/** What happened longer ago than this is no news: it was entered for the record, or a demonstration was built. */
const newsMs = 14 * 24 * 3_600_000

/** What may make an owed paper of another case, or of this one, fall due. */
const startsAnother: readonly string[] = ['submit', 'accept', 'deemAccepted', 'reverse']

/** After every action: tells whom it hands the case to, and sets the next look. Locks no case, so that no step waits for a timer. */
export async function hearChange(db: Database, event: DomainEvent, context: RequestContext): Promise<void> {
  const stored = await findCase(db, context, { id: event.subjectId, lock: false })
  if (!stored) return
  const fresh = context.now.getTime() - event.at.getTime() <= newsMs
  const { verb, state } = event.payload as CaseEvent
  const { review } = stored.facts
  const asked = verb === 'askOpinions'
  const name = await nameOf(db, stored)
  const message = fresh
    ? newsOf(asked ? nameOfRound(name, review) : name, { verb, state, waits: waitsOf(stored.facts) })
    : null
  const once = asked && review?.stage ? `stage:${review.stage.id}:asked` : undefined
  if (message) await tell(db, context, { stored, message, key: event.id, once })
  if (verb === 'decide') await bringResults(db, context, stored)
  if (startsAnother.includes(verb)) await makeOwedFallDue(db, context, stored.row.project_id)
  await setNextLook(db, context, stored)
}

/** Days off came or were corrected: what was reckoned by the former ones is looked at now. */
export async function hearCalendar(db: Database, event: DomainEvent, context: RequestContext): Promise<void> {
  await lookAgain(db, context, { kind: lookKind, because: event.id })
}

/**
 * What the calendar wants of a case now: derived again from its ledgers, whatever the timer was set for. Lapse of time is
 * recorded, every reminder that is due is sent once, and the next look is set.
 */
export async function look(db: Database, timer: Timer, context: RequestContext): Promise<void> {
  const found = await findCase(db, context, { id: timer.subjectId, lock: true })
  if (!found) return
  const stored = await recordLapse(db, context, found)
  for (const reminder of dueOf(await pendingOf(db, context, stored), legalDayOf(context.now))) {
    await remind(db, context, { stored, reminder })
  }
  await setNextLook(db, context, stored, timer)
}

/** Whom somebody who is urged must be: a department that was asked, else whom the case waits for. */
function waitsOf(facts: CaseFacts): readonly Party[] {
  if (waitingOf(facts.review).length > 0) return ['asked']
  return waitsForOf(facts) === 'applicant' ? ['applicant'] : ['office']
}

/** Undefined when it was archived. */
async function findCase(
  db: Database,
  context: RequestContext,
  { id, lock }: { readonly id: string; readonly lock: boolean },
): Promise<StoredCase | undefined> {
  const zoneId = zoneOf(context).id
  const query = casesIn(db, { zoneId, enterpriseId: undefined }).where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row && (await withFacts(db, zoneId, [row]))[0]
}

/** A case that nobody answered in time is accepted by law; the program records it as its own action. */
async function recordLapse(db: Database, context: RequestContext, stored: StoredCase): Promise<StoredCase> {
  const { zone_id: zoneId, id, project_id: projectId, matter } = stored.row
  const { caller, now } = context
  const action = deemAcceptance(stored.facts, {
    calendar: await zoneCalendar(db, zoneOf(context).code),
    today: legalDayOf(now),
    actor: { id: caller.accountId, name: caller.name },
    committed: await signedRefs(db, zoneId, { projectId, matter }),
  })
  if (action === null) return stored
  const actions = await listActions(db, zoneId, id)
  return takeAction(db, context, { stored, action, ordinal: actions.length + 1 })
}

/** What has not been said yet. */
async function pendingOf(db: Database, context: RequestContext, { row, facts }: StoredCase): Promise<Reminder[]> {
  const { id: zoneId, code } = zoneOf(context)
  const moment = { calendar: await zoneCalendar(db, code), today: legalDayOf(context.now) }
  const wanted = remindersOf(facts, moment, await expectedOf(db, context, { row, facts }))
  if (wanted.length === 0) return []
  const said = await db
    .selectFrom('cases.reminders')
    .select('key')
    .where('zone_id', '=', zoneId)
    .where('case_id', '=', row.id)
    .execute()
  const keys = new Set(said.map(({ key }) => key))
  return wanted.filter((reminder) => !keys.has(reminderKey(reminder)))
}

/** The days on which the plan expects owed papers to be due: asked only where some are. */
async function expectedOf(db: Database, context: RequestContext, { row, facts }: StoredCase): Promise<Expected> {
  const until = owedUntilMatters(facts)
  if (until.length === 0) return new Map()
  const places = await placesOf(db, context, [row.project_id])
  const days = until.flatMap(({ ref, matter }) => {
    const on = places.get(`${row.project_id}/${matter}`)?.startsOn ?? null
    return on === null ? [] : [[ref, on] as const]
  })
  return new Map(days)
}

async function remind(
  db: Database,
  context: RequestContext,
  { stored, reminder }: { stored: StoredCase; reminder: Reminder },
): Promise<void> {
  const { id: zoneId, code } = zoneOf(context)
  const { now } = context
  const key = reminderKey(reminder)
  const { numInsertedOrUpdatedRows: first } = await db
    .insertInto('cases.reminders')
    .values({
      ...{ zone_id: zoneId, id: newId(now), created_at: now, created_by: actorOf(context) },
      ...{ case_id: stored.row.id, key, due_on: reminder.dueOn },
    })
    .onConflict((conflict) => conflict.columns(['zone_id', 'case_id', 'key']).doNothing())
    .executeTakeFirstOrThrow()
  if (!first) return
  const day = { calendar: await zoneCalendar(db, code), today: legalDayOf(now) }
  if (reminder.clock === 'owed' && reminder.moment === 'passed') await tellLapse(db, context, { stored, reminder })
  const { review } = stored.facts
  const stage = reminder.clock === 'opinion' ? review?.stage : undefined
  const name = stage ? nameOfRound(await nameOf(db, stored), review) : await nameOf(db, stored)
  const message = textOf(reminder, { ...name, ...day, papers: stored.facts.papers, review })
  const once = stage && `stage:${stage.id}:${reminder.ref}:${reminder.moment}:${reminder.dueOn}`
  await tell(db, context, { stored, message, key, once })
}

/** An owed paper did not come by its day: in the journal, and told to whoever keeps the enterprise's credit. What follows an officer decides. */
async function tellLapse(
  db: Database,
  context: RequestContext,
  { stored: { row, facts }, reminder }: { stored: StoredCase; reminder: Reminder },
): Promise<void> {
  const subject = { subjectKind: 'cases.case', subjectId: row.id }
  const { ref, dueOn, on } = reminder
  const payload: OwedEvent = {
    ...{ projectId: row.project_id, enterpriseId: row.enterprise_id, matter: row.matter },
    ...{ paper: ref ?? '', owner: facts.papers.find((paper) => paper.ref === ref)?.owner ?? null, dueOn, on, late: 1 },
  }
  await record(db, context, {
    ...subject,
    threadId: row.project_id,
    action: 'owedLapsed',
    after: { paper: ref, dueOn },
  })
  await publish(db, context, { topic: 'cases.owedLapsed', ...subject, payload })
}

/** `at`: the timer that is being worked, which ends by itself. */
async function setNextLook(db: Database, context: RequestContext, stored: StoredCase, at?: Timer): Promise<void> {
  const { id } = stored.row
  const calendar = await zoneCalendar(db, zoneOf(context).code)
  const dueAt = nextLook(await pendingOf(db, context, stored), { calendar, now: context.now })
  const key = dueAt === null ? null : `${id}:${legalDayOf(dueAt)}`
  const keep = [key, at?.key ?? null].filter((one) => one !== null)
  await cancelOthers(db, context, { kind: lookKind, subjectId: id, keep })
  if (dueAt === null || key === null) return
  await schedule(db, context, { kind: lookKind, key, subjectKind: 'cases.case', subjectId: id, dueAt })
}
