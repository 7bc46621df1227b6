import { beginningOf, legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { publish } from '../../../platform/events/publish.ts'
import { actorOf, changesOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import { actionLabel } from '../contract/action-verbs.ts'
import type { Command } from '../domain/circumstances.ts'
import { decideStep } from '../domain/decide-step.ts'
import type { Action, CaseFacts } from '../domain/facts.ts'
import { applyAction } from '../domain/fold.ts'
import { metBy } from '../domain/owed.ts'
import type { CaseEvent, OwedEvent } from './api.ts'
import { circumstancesOf } from './circumstances.ts'
import type { StoredCase } from './rows.ts'
import { columnsOf, saveChange } from './save.ts'
import { listActions, lockCase, scopeOf } from './store.ts'
import { refuseTolerance } from './tolerance.ts'

/**
 * One decision on a case: lock, compare the version, the pure rule, save, journal; all in the transaction of the request.
 * Of two who decide at once one wins, and the other is told who did and when.
 */
export async function takeStep(db: Database, context: RequestContext, command: Command): Promise<StoredCase> {
  return takeAction(db, context, await judgeStep(db, context, command))
}

/** The step as it would be taken, or its refusal; the case stays locked, and nothing is written. */
export async function judgeStep(db: Database, context: RequestContext, command: Command): Promise<Taking> {
  const zone = zoneOf(context)
  const stored = await lockCase(db, scopeOf(zone.id, context.caller), command.input.id)
  const actions = await listActions(db, zone.id, stored.row.id)
  if (stored.row.version !== command.input.version) throw changedMeanwhile(stored, actions.at(-1))
  await refuseTolerance(db, context, { command, stored })
  const given = await circumstancesOf(db, context, { command, stored })
  return { stored, action: decideStep(stored.facts, command, given), ordinal: actions.length + 1 }
}

export interface Taking {
  /** Locked in this transaction. */
  readonly stored: StoredCase
  readonly action: Action
  /** Place of the action, from 1. */
  readonly ordinal: number
}

/** The case after an action that was accepted: saved, in the journal, and told to whom it concerns. */
export async function takeAction(
  db: Database,
  context: RequestContext,
  { stored, action, ordinal }: Taking,
): Promise<StoredCase> {
  const zoneId = zoneOf(context).id
  const after = applyAction(stored.facts, action)
  await saveChange(db, context, {
    ...{ zoneId, caseId: stored.row.id, before: stored.facts, after, action, ordinal },
  })
  const row = await db
    .updateTable('cases.cases')
    .set({
      ...columnsOf(after),
      version: stored.row.version + 1,
      updated_at: context.now,
      updated_by: actorOf(context),
    })
    .where('zone_id', '=', zoneId)
    .where('id', '=', stored.row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await journalise(db, context, { row, before: stored.facts, after, action })
  if (action.verb === 'supply') await tellMet(db, context, { row, before: stored.facts, action })
  return { row, facts: after }
}

/** What an enterprise owed and has brought, late or in time: for whoever keeps its credit. */
async function tellMet(db: Database, context: RequestContext, { row, before, action }: Omit<Told, 'after'>) {
  if (before === null) return
  const calendar = await zoneCalendar(db, zoneOf(context).code)
  for (const { ref, dueOn, late } of metBy(before, action, { calendar })) {
    const payload: OwedEvent = {
      ...{ projectId: row.project_id, enterpriseId: row.enterprise_id, matter: row.matter },
      ...{
        paper: ref,
        owner: before.papers.find((paper) => paper.ref === ref)?.owner ?? null,
        dueOn,
        on: action.on,
        late,
      },
    }
    await publish(db, context, { topic: 'cases.owedMet', subjectKind: 'cases.case', subjectId: row.id, payload })
  }
}

interface Told {
  readonly row: StoredCase['row']
  readonly before: CaseFacts | null
  readonly after: CaseFacts
  readonly action: Action
}

/** One event of the journal: what changed, the legal time, the reason; and the news to other modules and open pages. */
export async function journalise(db: Database, context: RequestContext, told: Told): Promise<void> {
  const { row, action } = told
  const late = action.on !== legalDayOf(context.now)
  await record(db, context, {
    subjectKind: 'cases.case',
    subjectId: row.id,
    threadId: row.project_id,
    action: action.verb,
    ...changesOf(told.before === null ? {} : valuesOf(told.before), valuesOf(told.after)),
    ...(late && { happenedAt: beginningOf(action.on) }),
    note: action.reason,
  })
  const payload: CaseEvent = {
    ...{ projectId: row.project_id, matter: row.matter },
    ...{ state: told.after.state, verb: action.verb },
  }
  await publish(db, context, {
    topic: 'cases.changed',
    subjectKind: 'cases.case',
    subjectId: row.id,
    payload,
    audience: { enterpriseId: row.enterprise_id },
  })
}

function valuesOf({ papers, clocks, limits, handler, ...days }: CaseFacts): Record<string, unknown> {
  const statuses = Object.fromEntries(papers.map((paper) => [`paper:${paper.ref}`, paper.status]))
  return { ...days, handler: handler?.id ?? null, ...statuses }
}

function changedMeanwhile(
  { row }: StoredCase,
  last: { verb: Action['verb']; actor_name: string; created_at: Date } | undefined,
) {
  const at = (last?.created_at ?? row.updated_at).toISOString()
  const by = last?.actor_name ?? ''
  const what = actionLabel(last?.verb ?? 'submit')
  return new Problem(
    'conflict',
    'cases.changed_meanwhile',
    {
      zh: `${by} 已先办理“${what.zh}”；请刷新后再办。`,
      en: `${by} was first with "${what.en}": reload before you go on.`,
    },
    { by, at, verb: last?.verb ?? null, version: row.version },
  )
}
