import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import type { Addressee } from '../contract/sentence.ts'
import { type FollowUpVerb, followUpStateLabels } from '../contract/steps.ts'
import { readClock, takeStep } from '../domain/follow-up.ts'
import { addAction } from './issue.ts'
import { addresseeOf, scopeOf } from './people.ts'
import { getStored, type StoredFollowUp, withActions } from './store.ts'
import type { FollowUpRow } from './table.ts'
import { kind, tell } from './tell.ts'
import { sidesOf } from './views.ts'

export interface StepInput {
  readonly id: string
  readonly version: number
  readonly words?: string
  readonly days?: number
  readonly to?: Pick<Addressee, 'kind' | 'id'>
}

/** One step: lock, compare the version, the pure rule, save, journal, tell; of two at once one wins. */
export async function step(
  db: Database,
  context: RequestContext,
  { verb, input }: { readonly verb: FollowUpVerb; readonly input: StepInput },
): Promise<StoredFollowUp> {
  const { id: zoneId, code } = zoneOf(context)
  const { now, caller } = context
  const scope = await scopeOf(db, context)
  const { row, facts } = await getStored(db, scope, { id: input.id, lock: true })
  if (row.version !== input.version) throw changedMeanwhile(row)
  const today = legalDayOf(now)
  const after = takeStep(facts, { verb, on: today, days: input.days }, sidesOf(row, scope))
  const to = input.to && (await addresseeOf(db, zoneId, input.to))
  const words = input.words ?? null
  const saved = await db
    .updateTable('followups.followups')
    .set({
      ...{ state: after.state, version: row.version + 1, updated_at: now, updated_by: actorOf(context) },
      ...(verb === 'urge' && { urged: row.urged + 1 }),
      ...(verb === 'answer' && { answer_words: words, answer_by: caller.name, answer_at: now }),
      ...(to && { to_kind: to.kind, to_id: to.id }),
    })
    .where('zone_id', '=', zoneId)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const ordinal = facts.actions.length + 1
  const actor = { id: caller.accountId, name: caller.name }
  const days = verb === 'sendBack' ? (input.days ?? 0) : null
  await addAction(db, context, { followUpId: row.id, ordinal, verb, days, words, toName: to?.name ?? null, actor })
  await record(db, context, {
    ...{ subjectKind: kind, subjectId: row.id, action: verb, note: words },
    ...(row.project_id !== null && { threadId: row.project_id }),
    before: { state: row.state },
    after: { state: saved.state, ...(to && { to: to.name }), ...(verb === 'urge' && { urged: saved.urged }) },
  })
  const { dueOn } = readClock(after, { calendar: await zoneCalendar(db, code), today })
  await tell(db, context, { row: saved, verb, dueOn, words })
  const [stored] = await withActions(db, zoneId, [saved])
  if (stored) return stored
  throw new RangeError('one row, one follow-up')
}

function changedMeanwhile(row: FollowUpRow): Problem {
  const state = followUpStateLabels[row.state]
  return new Problem(
    'conflict',
    'followups.changed_meanwhile',
    {
      zh: `这件督办已在别处办过，现为“${state.zh}”；请刷新后再办。`,
      en: `Somebody was first, the follow-up is now "${state.en}": reload before you go on.`,
    },
    { at: row.updated_at.toISOString(), version: row.version },
  )
}
