import { clockOn, type Moment } from '../../../kernel/clock-state.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { procedureLabels } from '../../cases/contract/procedure.ts'
import { type CaseDossier, caseDossier } from '../../cases/server/api.ts'
import { pinnedCatalogue } from '../../matters/server/api.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import { kindMeanings } from '../contract/kinds.ts'
import { caseNumber } from '../domain/case-number.ts'
import type { CaseSubject, Step } from '../domain/subject.ts'
import { writsIn } from './store.ts'
import type { Told } from './subject.ts'

/** A case as a writ tells of it; 404 when the caller may not see it. */
export async function caseSource(db: Database, context: RequestContext, id: string): Promise<Told> {
  const zone = zoneOf(context)
  const dossier = await caseDossier(db, context, id)
  const { row, facts, actions } = dossier
  const moment: Moment = { calendar: await zoneCalendar(db, zone.code), today: legalDayOf(context.now) }
  const standing = await writsIn(db, zone.id, context.caller)
    .where('case_id', '=', id)
    .where('state', '=', 'valid')
    .where('kind', 'in', ['approval', 'refusal', 'certificate', 'nonAcceptance', 'acceptance', 'tolerance'])
    .orderBy('id')
    .execute()
  const one: CaseSubject = {
    number: caseNumber(id),
    matter: row.matter_name_zh,
    receivedOn: facts.receivedOn,
    acceptedOn: facts.acceptedOn,
    decidedOn: facts.decidedOn,
    issuedOn: facts.issuedOn,
    handler: facts.handler?.name ?? null,
    statutory: facts.limits.statutory,
    promised: facts.limits.promised,
    answerBy: dueOf(dossier, moment, 'receipt'),
    decideBy: dueOf(dossier, moment, 'promised'),
    outcomes: await outcomesOf(db, dossier),
    papers: facts.papers.map((paper) => ({
      ref: paper.ref,
      name: paper.name.zh,
      status: paper.status,
      supplyBy: paper.supplyBy,
      dueOn: dueOf(dossier, moment, 'owed', paper.ref),
    })),
    steps: actions.map(stepOf),
    writs: standing.map(({ kind, number }) => ({ title: kindMeanings[kind].label.zh, number })),
  }
  return {
    projectId: row.project_id,
    enterpriseId: row.enterprise_id,
    matter: row.matter_name_zh,
    authority: row.department,
    sample: row.sample,
    case: one,
    commitment: null,
    bundle: null,
  }
}

function dueOf({ facts }: CaseDossier, moment: Moment, kind: string, ref: string | null = null): string | null {
  const found = facts.clocks.find((item) => item.kind === kind && (ref === null || item.ref === ref))
  return found ? clockOn(found.clock, moment).dueOn : null
}

async function outcomesOf(db: Database, { row }: CaseDossier): Promise<string[]> {
  const { compiled } = await pinnedCatalogue(db, row.catalogue_version_id)
  const matter = compiled.matters[compiled.indexOf.get(row.matter) ?? -1]?.matter
  return matter?.outputs.map((output) => output.name_zh) ?? []
}

export function stepOf(action: CaseDossier['actions'][number]): Step {
  return {
    ordinal: action.ordinal,
    verb: action.verb,
    on: action.on,
    reason: action.reason,
    remedies: action.remedies,
    result: action.result,
    days: action.more?.days ?? action.promisedDays,
    procedure: action.more?.procedure ? procedureLabels[action.more.procedure].zh : null,
    notice: action.notice,
    papers: action.papers.map(({ ref, status, note }) => ({ ref, status, note })),
  }
}
