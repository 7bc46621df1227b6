import type { Selectable } from 'kysely'
import type { Moment } from '../../../kernel/clock-state.ts'
import type { Caller } from '../../../platform/module.ts'
import type { CaseAction, CaseDetail, CaseSummary } from '../contract/case.ts'
import type { CaseClock } from '../contract/clock.ts'
import { allowedSteps } from '../contract/steps.ts'
import { isEnded } from '../domain/clocks.ts'
import { type ReadClock, readCase, readClocks } from '../domain/light.ts'
import { subjectOf } from '../domain/subject.ts'
import { actionOf, type StoredCase } from './rows.ts'
import type { ActionRow } from './table.ts'

/** What a case is read by: the day with the zone's calendar, who reads, the names of the projects. */
export interface Reading extends Moment {
  readonly caller: Caller
  readonly projectNames: ReadonlyMap<string, string>
  readonly enterpriseNames: ReadonlyMap<string, string>
  /** Working days by which a matter may slip in its project's plan, by `project/matter`; only where it was asked for. */
  readonly slack: ReadonlyMap<string, number | null>
}

export function summaryOf({ row, facts }: StoredCase, reading: Reading): CaseSummary {
  const { waitsFor, light, dueOn, late } = readCase(facts, readClocks(facts, reading), slackIn(row, reading))
  return {
    id: row.id,
    version: row.version,
    project: { id: row.project_id, name: reading.projectNames.get(row.project_id) ?? '' },
    enterpriseId: row.enterprise_id,
    enterpriseName: reading.enterpriseNames.get(row.enterprise_id) ?? '',
    matter: { code: row.matter, name: { zh: row.matter_name_zh, en: row.matter_name_en } },
    department: row.department,
    handler: facts.handler,
    state: facts.state,
    waitsFor,
    light,
    dueOn,
    late,
    steps: allowedSteps(subjectOf(facts, reading), reading.caller),
    receivedOn: facts.receivedOn,
    decidedOn: facts.decidedOn,
    sample: row.sample,
  }
}

export interface DetailReading extends Reading {
  readonly actions: readonly Selectable<ActionRow>[]
}

export function detailOf(stored: StoredCase, reading: DetailReading): CaseDetail {
  const { row, facts } = stored
  const clocks = readClocks(facts, reading)
  const subject = subjectOf(facts, reading)
  return {
    ...summaryOf(stored, reading),
    catalogueVersionId: row.catalogue_version_id,
    correctedOn: facts.correctedOn,
    deemedAcceptedOn: subject.deemedAcceptedOn,
    acceptedOn: facts.acceptedOn,
    issuedOn: facts.issuedOn,
    owedOverdue: subject.owedOverdue,
    clocks: clocks.map(clockView),
    papers: facts.papers.map((paper) => ({ ...paper })),
    actions: reading.actions.map(actionView),
    planSlack: slackIn(row, reading),
  }
}

function slackIn(row: StoredCase['row'], { slack }: Reading): number | null {
  return slack.get(`${row.project_id}/${row.matter}`) ?? null
}

function clockView(item: ReadClock): CaseClock {
  const { kind, ref, clock, now } = item
  return {
    kind,
    ref,
    unit: clock.budget.unit,
    ended: isEnded(item),
    ...now,
    entries: clock.ledger.map((entry) => ({
      kind: entry.kind,
      on: entry.on,
      reason: entry.reason ?? null,
      paper: entry.paper ?? null,
      days: entry.kind === 'suspended' ? (entry.promisedDays ?? null) : entry.kind === 'extended' ? entry.days : null,
    })),
  }
}

function actionView(row: Selectable<ActionRow>): CaseAction {
  const action = actionOf(row)
  return {
    ordinal: row.ordinal,
    verb: action.verb,
    from: row.from_state,
    to: row.to_state,
    happenedOn: action.on,
    at: row.created_at.toISOString(),
    actorName: action.actor.name,
    reason: action.reason,
    opinion: action.opinion,
    result: action.result,
    remedies: action.remedies,
    promisedDays: action.promisedDays,
    papers: action.papers.map((paper) => paper.ref),
  }
}
