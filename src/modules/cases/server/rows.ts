import type { Selectable } from 'kysely'
import type { Clock, ClockEntry } from '../../../kernel/clock.ts'
import type { CasePaper } from '../contract/paper.ts'
import type { Action, CaseClockFacts, CaseFacts } from '../domain/facts.ts'
import type { ActionRow, CaseRow, ClockEntryRow, PaperRow } from './table.ts'

/** A case as stored: who and what beside the facts that its actions fold to. */
export interface StoredCase {
  readonly row: Selectable<CaseRow>
  readonly facts: CaseFacts
}

/** What a case is folded from, and no more: a list reads these of a thousand cases. */
export const paperColumns = [
  'case_id',
  'ref',
  'name_zh',
  'name_en',
  'owner',
  'treatment',
  'supply_by',
  'pre_review',
  'status',
  'file_id',
  'note',
] as const
export const entryColumns = [
  'case_id',
  'clock',
  'ref',
  'kind',
  'on_day',
  'budget_days',
  'budget_unit',
  'days',
  'reason',
  'paper',
] as const

type PaperPart = Pick<Selectable<PaperRow>, (typeof paperColumns)[number]>
type EntryPart = Pick<Selectable<ClockEntryRow>, (typeof entryColumns)[number]>

export function caseOf(
  row: Selectable<CaseRow>,
  papers: readonly PaperPart[],
  entries: readonly EntryPart[],
): StoredCase {
  const facts: CaseFacts = {
    state: row.state,
    limits: {
      statutory: { days: row.statutory_days, unit: row.statutory_unit },
      promised: { days: row.promised_days, unit: row.promised_unit },
    },
    receivedOn: row.received_on,
    correctedOn: row.corrected_on,
    acceptedOn: row.accepted_on,
    deemedAcceptedOn: row.deemed_accepted_on,
    decidedOn: row.decided_on,
    issuedOn: row.issued_on,
    lastOn: row.last_on,
    handler:
      row.handler_id === null || row.handler_name === null ? null : { id: row.handler_id, name: row.handler_name },
    office: row.office_id === null || row.office_name === null ? null : { id: row.office_id, name: row.office_name },
    extendedOn: row.extended_on,
    remindedOn: row.reminded_on,
    review: row.review,
    papers: papers.map(paperOf),
    clocks: clocksOf(entries),
  }
  return { row, facts }
}

function paperOf(row: PaperPart): CasePaper {
  return {
    ref: row.ref,
    name: { zh: row.name_zh, en: row.name_en },
    owner: row.owner,
    treatment: row.treatment,
    supplyBy: row.supply_by,
    preReview: row.pre_review,
    status: row.status,
    fileId: row.file_id,
    note: row.note,
  }
}

/** Entries in their order; every start begins a clock, and what follows under its name belongs to it. */
function clocksOf(entries: readonly EntryPart[]): CaseClockFacts[] {
  const clocks: (CaseClockFacts & { readonly clock: Clock & { readonly ledger: ClockEntry[] } })[] = []
  for (const entry of entries) {
    const { clock: kind, budget_days: days, budget_unit: unit } = entry
    const ref = entry.ref || null
    if (entry.kind === 'started') {
      const budget = { days: days ?? 0, unit: unit ?? 'workday' }
      clocks.push({ kind, ref, clock: { budget, ledger: [entryOf(entry)] } })
    } else clocks.findLast((item) => item.kind === kind && item.ref === ref)?.clock.ledger.push(entryOf(entry))
  }
  return clocks
}

function entryOf({ kind, on_day: on, days, reason, paper }: EntryPart): ClockEntry {
  const grounds = { reason: reason ?? '', paper }
  switch (kind) {
    case 'started':
    case 'ended':
      return { kind, on }
    case 'suspended':
      return { kind, on, ...grounds, ...(days !== null && { promisedDays: days }) }
    case 'resumed':
      return { kind, on, ...grounds }
    case 'extended':
      return { kind, on, ...grounds, days: days ?? 0 }
  }
}

export function actionOf(row: Selectable<ActionRow>): Action {
  const actor = { id: row.actor_id, name: row.actor_name }
  return { verb: row.verb, on: row.happened_on, actor, reason: row.reason, ...row.detail }
}
