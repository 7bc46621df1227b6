import type { Selectable } from 'kysely'
import type { Moment } from '../../../kernel/clock-state.ts'
import type { Label } from '../../../kernel/label.ts'
import { isOutsider } from '../../../platform/access/caller.ts'
import type { Caller } from '../../../platform/module.ts'
import type { CaseDetail, CaseSummary } from '../contract/case.ts'
import type { CaseRules } from '../contract/rules.ts'
import { allowedSteps } from '../contract/steps.ts'
import { owedUntilMatters } from '../domain/fall-due.ts'
import { type PlanPlace, readCase, readClocks } from '../domain/light.ts'
import { remedyOf } from '../domain/remedy.ts'
import { subjectOf } from '../domain/subject.ts'
import { behalfOf, type House, relationOf } from './house.ts'
import type { StoredCase } from './rows.ts'
import type { ActionRow } from './table.ts'
import {
  actionView,
  clockView,
  isOpenToApplicant,
  limitView,
  reviewView,
  rulesView,
  withoutInner,
} from './views-parts.ts'

/** What a case is read by: the day with the zone's calendar, who reads, the names of the projects. */
export interface Reading extends Moment {
  readonly caller: Caller
  readonly projectNames: ReadonlyMap<string, string>
  readonly enterpriseNames: ReadonlyMap<string, string>
  readonly house: House
  readonly rules: CaseRules
  /** Where matters stand in the plans of their projects, by `project/matter`; only where it was asked for. */
  readonly places: ReadonlyMap<string, PlanPlace>
}

export function summaryOf({ row, facts }: StoredCase, reading: Reading): CaseSummary {
  const clocks = readClocks(facts, reading)
  const { waitsFor, light, dueOn, late } = readCase(facts, clocks, placeIn(row, reading))
  const subject = subjectFor({ row, facts }, reading)
  return {
    id: row.id,
    version: row.version,
    project: { id: row.project_id, name: reading.projectNames.get(row.project_id) ?? '' },
    enterpriseId: row.enterprise_id,
    enterpriseName: reading.enterpriseNames.get(row.enterprise_id) ?? '',
    matter: { code: row.matter, name: { zh: row.matter_name_zh, en: row.matter_name_en } },
    department: row.department,
    handler: facts.handler,
    office: facts.office,
    delegatedFrom: behalfOf(reading.house, facts)?.name ?? null,
    askedOfMe: subject.review?.waiting.includes(reading.house.own?.id ?? '') ?? false,
    limits: { statutory: limitView(clocks, 'statutory'), promised: limitView(clocks, 'promised') },
    state: facts.state,
    waitsFor,
    light,
    dueOn,
    late,
    steps: allowedSteps(subject, reading.caller),
    receivedOn: facts.receivedOn,
    decidedOn: facts.decidedOn,
    bundleId: row.bundle_id,
    sample: row.sample,
  }
}

export interface DetailReading extends Reading {
  readonly actions: readonly Selectable<ActionRow>[]
  readonly awaitable: readonly string[]
  /** Names of matters in the catalogue that the case is pinned to. */
  readonly matterNames: ReadonlyMap<string, Label>
}

export function detailOf(stored: StoredCase, reading: DetailReading): CaseDetail {
  const { row, facts } = stored
  const clocks = readClocks(facts, reading)
  const subject = subjectFor(stored, reading)
  const outsider = isOutsider(reading.caller)
  const review = reviewView(facts, clocks)
  const actions = reading.actions.map(actionView)
  return {
    ...summaryOf(stored, reading),
    catalogueVersionId: row.catalogue_version_id,
    correctedOn: facts.correctedOn,
    deemedAcceptedOn: subject.deemedAcceptedOn,
    acceptedOn: facts.acceptedOn,
    issuedOn: facts.issuedOn,
    owedOverdue: subject.owedOverdue,
    extendedOn: facts.extendedOn,
    review: outsider ? withoutInner(review) : review,
    remedy: remedyOf(facts, reading.rules),
    rules: rulesView(reading.rules, facts),
    clocks: clocks.map(clockView),
    papers: facts.papers.map((paper) => ({ ...paper })),
    expectedOwed: owedUntilMatters(facts).map(({ ref, matter }) => ({
      ref,
      matter: { code: matter, name: { ...(reading.matterNames.get(matter) ?? { zh: matter, en: matter }) } },
      on: reading.places.get(`${row.project_id}/${matter}`)?.startsOn ?? null,
    })),
    awaitable: [...reading.awaitable],
    actions: outsider ? actions.filter(isOpenToApplicant) : actions,
    planSlack: placeIn(row, reading)?.slack ?? null,
  }
}

function placeIn(row: StoredCase['row'], { places }: Reading): PlanPlace | null {
  return places.get(`${row.project_id}/${row.matter}`) ?? null
}

function subjectFor({ row, facts }: StoredCase, reading: Reading) {
  const { house, rules } = reading
  return subjectOf(facts, reading, { relation: relationOf(house, row.department, facts), owedLapse: rules.owedLapse })
}
