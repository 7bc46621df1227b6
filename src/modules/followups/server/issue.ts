import type { InputOf } from '../../../kernel/endpoint.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type {} from '../../cases/server/table.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import type { Addressee } from '../contract/sentence.ts'
import type { issueFollowUp } from '../contract.ts'
import { budgetOf, readClock } from '../domain/follow-up.ts'
import { addresseeOf } from './people.ts'
import type { StoredFollowUp } from './store.ts'
import { withActions } from './store.ts'
import { kind, tell } from './tell.ts'

/** What is ordered; `issuer` null: a rule of the zone gives the order. */
export interface NewFollowUp {
  readonly sentence: string
  readonly task: string
  readonly to: Addressee
  readonly days: number
  readonly subject: { readonly kind: 'cases.case' | 'projects.project'; readonly id: string } | null
  readonly issuer: { readonly id: string | null; readonly name: string }
}

/** A leader's order, confirmed: who, what and by when are settled. */
export async function issue(
  db: Database,
  context: RequestContext,
  input: InputOf<typeof issueFollowUp>,
): Promise<StoredFollowUp> {
  const { id: zoneId, code } = zoneOf(context)
  const { caller, now } = context
  const moment = { calendar: await zoneCalendar(db, code), today: legalDayOf(now) }
  return insertFollowUp(db, context, {
    ...{ sentence: input.sentence, task: input.task, to: await addresseeOf(db, zoneId, input.to) },
    ...{ days: budgetOf(input, moment), subject: input.subject },
    issuer: { id: caller.accountId, name: caller.name },
  })
}

export async function insertFollowUp(
  db: Database,
  context: RequestContext,
  given: NewFollowUp,
): Promise<StoredFollowUp> {
  const { id: zoneId, code } = zoneOf(context)
  const { now } = context
  const by = actorOf(context)
  const id = newId(now)
  const { sentence, task, to, subject, issuer, days } = given
  // What a rule orders about a sample is a sample too.
  const about = subject && (await projectOf(db, zoneId, subject))
  const row = await db
    .insertInto('followups.followups')
    .values({
      ...{ zone_id: zoneId, id, version: 1, archived_at: null, sample: context.sample ?? about?.sample ?? false },
      ...{ created_at: now, created_by: by, updated_at: now, updated_by: by },
      ...{ sentence, task, to_kind: to.kind, to_id: to.id, issuer_id: issuer.id, issuer_name: issuer.name },
      ...{ subject_kind: subject?.kind ?? null, subject_id: subject?.id ?? null },
      ...{ project_id: about?.id ?? null, state: 'issued', urged: 0 },
      ...{ answer_words: null, answer_by: null, answer_at: null },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const action = { verb: 'issue', days, words: null, toName: to.name } as const
  await addAction(db, context, { followUpId: id, ordinal: 1, actor: issuer, ...action })
  await record(db, context, {
    ...{
      subjectKind: kind,
      subjectId: id,
      action: 'issue',
      ...(row.project_id !== null && { threadId: row.project_id }),
    },
    after: { task, to: to.name, days, state: 'issued' },
    note: sentence,
  })
  const [stored] = await withActions(db, zoneId, [row])
  if (!stored) throw new RangeError('one row, one follow-up')
  const { dueOn } = readClock(stored.facts, { calendar: await zoneCalendar(db, code), today: legalDayOf(now) })
  await tell(db, context, { row, verb: 'issue', dueOn, words: null })
  return stored
}

interface NewAction {
  readonly followUpId: string
  readonly ordinal: number
  readonly verb: StoredFollowUp['actions'][number]['verb']
  readonly days: number | null
  readonly words: string | null
  readonly toName: string | null
  readonly actor: { readonly id: string | null; readonly name: string }
}

export async function addAction(db: Database, context: RequestContext, action: NewAction): Promise<void> {
  const { now } = context
  const { followUpId, ordinal, verb, days, words, toName, actor } = action
  await db
    .insertInto('followups.actions')
    .values({
      ...{ zone_id: zoneOf(context).id, id: newId(now), created_at: now, created_by: actorOf(context) },
      ...{ follow_up_id: followUpId, ordinal, verb, happened_on: legalDayOf(now), days },
      ...{ actor_id: actor.id, actor_name: actor.name, words, to_name: toName },
    })
    .execute()
}

/** The project at hand: itself, or that of the case; 404 when there is none. */
async function projectOf(
  db: Database,
  zoneId: string,
  { kind: of, id }: NonNullable<NewFollowUp['subject']>,
): Promise<{ readonly id: string; readonly sample: boolean }> {
  const row =
    of === 'cases.case'
      ? await db
          .selectFrom('cases.cases')
          .select(['project_id as id', 'sample'])
          .where('zone_id', '=', zoneId)
          .where('id', '=', id)
          .where('archived_at', 'is', null)
          .executeTakeFirst()
      : await db
          .selectFrom('projects.projects')
          .select(['id', 'sample'])
          .where('zone_id', '=', zoneId)
          .where('id', '=', id)
          .where('archived_at', 'is', null)
          .executeTakeFirst()
  if (row) return row
  throw notFound()
}
