import type { Selectable } from 'kysely'
import type { InputOf } from '../../../kernel/endpoint.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { compareMoney } from '../../../kernel/money.ts'
import { monthsLater } from '../../../kernel/months.ts'
import { Problem } from '../../../kernel/problem.ts'
import { publish } from '../../../platform/events/publish.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { enterCredit } from '../../credit/server/api.ts'
import { findParcel, moveParcel } from '../../parcels/server/api.ts'
import type { Promised } from '../contract/views.ts'
import { checkLabels, type Outcome } from '../contract/words.ts'
import type { decideCheck as door } from '../contract.ts'
import { decideCheck, findingsOf, refuseStep } from '../domain/check.ts'
import { parcelPath } from '../domain/parcel-path.ts'
import { latePenalty, shortfallPenalty } from '../domain/penalty.ts'
import { saveCheck } from './check-step.ts'
import { checkKind } from './listen.ts'
import { checkRuleOn } from './rules.ts'
import { getStored, lockRow, type Stored } from './store.ts'
import type { CheckRow } from './table.ts'
import { daysLate, measuresFor } from './views.ts'

type Row = Selectable<CheckRow>

/** Pass, a term, or breach; penalties by the contract's formula, the next round, the parcel's state and credit follow from it. */
export async function decide(db: Database, context: RequestContext, input: InputOf<typeof door>): Promise<Promised> {
  const { outcome, reason, rectifyUntil } = input
  const zoneId = zoneOf(context).id
  const today = legalDayOf(context.now)
  const row = await lockRow(db, 'promises.checks', { zoneId, ...input })
  refuseStep(row.state, 'decide')
  const stored = await getStored(db, zoneId, row.contract_id)
  if (row.kind === 'start' && outcome === 'pass' && stored.contract.handedOverOn === null) throw notHandedOver()
  const measures = measuresFor(stored, row)
  const findings = findingsOf(
    measures.map(({ name, op, agreed, actual }) => ({ name, agreed: { op, value: agreed }, actual })),
  )
  const reached = row.reached === true
  const state = decideCheck({ kind: row.kind, outcome, reached, findings, rectifyUntil, today })
  await writePenalties(db, context, { stored, row, outcome })
  await planNext(db, context, { stored, row, outcome, rectifyUntil })
  await follow(db, context, { stored, row, outcome, reason })
  const set = { state, decided_on: today, decision: reason, rectify_until: outcome === 'rectify' ? rectifyUntil : null }
  const view = await saveCheck(db, context, { row, stored, action: 'decide', set, note: reason })
  await publish(db, context, {
    ...{ topic: 'promises.decided', subjectKind: checkKind, subjectId: row.id },
    ...{ payload: { outcome, kind: row.kind }, audience: { enterpriseId: stored.contract.enterpriseId } },
  })
  return view
}

interface Decided {
  readonly stored: Stored
  readonly row: Row
  readonly outcome: Outcome
}

/** What a check costs by the contract: late days whenever they are final, a shortfall only in breach. Nothing twice over the rounds. */
async function writePenalties(db: Database, context: RequestContext, { stored, row, outcome }: Decided): Promise<void> {
  const { contract, penalties } = stored
  const { priceYuan, capPercent } = contract
  const due: {
    kind: 'shortfall' | 'lateStart' | 'lateCompletion'
    name: string | null
    amountYuan: string
    arithmetic: string
    capped: boolean
  }[] = []
  const late =
    row.kind === 'start' ? contract.lateStartPermille : row.kind === 'completion' ? contract.lateCompletionPermille : 0
  if (outcome !== 'rectify' && late > 0 && (row.round === 1 || row.kind === 'start')) {
    const days = daysLate(stored, row, legalDayOf(context.now))
    const kind = row.kind === 'start' ? ('lateStart' as const) : ('lateCompletion' as const)
    due.push({ kind, name: null, ...latePenalty(days, { priceYuan, permille: late, capPercent }) })
  }
  if (outcome === 'breach') {
    for (const { code, name, op, agreed, actual } of measuresFor(stored, row)) {
      const own = contract.indicators.find((one) => one.code === code)?.capPercent ?? null
      const penalty = shortfallPenalty({ op, value: agreed }, actual, { priceYuan, capPercent: own ?? capPercent })
      if (penalty) due.push({ kind: 'shortfall', name, ...penalty })
    }
  }
  const owed = due.filter(
    ({ kind, name, amountYuan }) =>
      compareMoney(amountYuan, '0') > 0 &&
      !penalties.some((one) => one.check_id === row.id && one.kind === kind && one.name === name),
  )
  if (owed.length === 0) return
  const stamp = { created_at: context.now, created_by: actorOf(context), updated_at: context.now }
  await db
    .insertInto('promises.penalties')
    .values(
      owed.map(({ kind, name, amountYuan, arithmetic, capped }) => ({
        ...{ zone_id: zoneOf(context).id, id: newId(context.now), version: 1, ...stamp, updated_by: actorOf(context) },
        ...{ archived_at: null, sample: row.sample, contract_id: contract.id, check_id: row.id, kind, name, capped },
        ...{
          amount_yuan: amountYuan,
          arithmetic,
          decided_on: legalDayOf(context.now),
          paid_on: null,
          paid_document: null,
        },
      })),
    )
    .execute()
}

/** A check again after the term; a yearly one a year after full output or the last yearly one. */
async function planNext(
  db: Database,
  context: RequestContext,
  { stored, row, outcome, rectifyUntil }: Decided & { readonly rectifyUntil: string | null },
): Promise<void> {
  const today = legalDayOf(context.now)
  const yearly = outcome === 'pass' && (row.kind === 'output' || row.kind === 'yearly')
  const again = outcome === 'rectify' && rectifyUntil !== null
  if (!yearly && !again) return
  const kind = yearly ? ('yearly' as const) : row.kind
  const rounds = stored.checks.filter((check) => check.kind === kind).map(({ round }) => round)
  const dueOn = again ? rectifyUntil : monthsLater(row.reached_on ?? today, checkRuleOn(today).yearlyMonths)
  await db
    .insertInto('promises.checks')
    .values({
      ...{ zone_id: zoneOf(context).id, id: newId(context.now), version: 1, created_at: context.now },
      ...{ created_by: actorOf(context), updated_at: context.now, updated_by: actorOf(context), archived_at: null },
      ...{ sample: row.sample, contract_id: row.contract_id, kind, round: 1 + Math.max(0, ...rounds) },
      ...{ due_on: dueOn, state: 'due', reached: null, reached_on: null, checked_on: null, checker_name: null },
      ...{ note: null, objection: null, objected_on: null, decided_on: null, decision: null, rectify_until: null },
    })
    .execute()
}

async function follow(
  db: Database,
  context: RequestContext,
  { stored, row, outcome, reason }: Decided & { readonly reason: string },
): Promise<void> {
  const { contract } = stored
  const zoneId = zoneOf(context).id
  const parcel = await findParcel(db, zoneId, contract.parcelId)
  const dropped =
    row.kind === 'start' && outcome === 'pass' ? ['disputed', 'extension', 'idle', 'idle-warning'] : ['disputed']
  const sideStates = parcel.sideStates.filter((side) => !dropped.includes(side))
  const note = `${checkLabels[row.kind].zh}：${reason}`
  const path = parcelPath(parcel.state, row.kind, outcome)
  for (const to of path) await moveParcel(db, context, { id: parcel.id, to, sideStates, action: 'move', note })
  if (path.length === 0 && sideStates.length < parcel.sideStates.length) {
    await moveParcel(db, context, { id: parcel.id, sideStates, action: 'move', note })
  }
  if (outcome !== 'breach') return
  await enterCredit(db, context, {
    ...{ enterprise: { id: contract.enterpriseId, sample: contract.sample }, cause: 'land_breached' },
    ...{ happenedOn: legalDayOf(context.now), subject: { kind: checkKind, id: row.id }, origin: row.id },
    ...{ document: contract.number, note },
  })
}

function notHandedOver(): Problem {
  return new Problem('rule_violated', 'promises.not_handed_over', {
    zh: '这宗地还没有登记交地，不能认定开工；请先在合同页登记交地。',
    en: 'The land is not handed over yet: enter the handover on the page of the contract first.',
  })
}
