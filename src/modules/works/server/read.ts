import type { Day } from '../../../kernel/calendar.ts'
import type { MapGeometry } from '../../../kernel/geometry/geojson.ts'
import { sumMoney } from '../../../kernel/money.ts'
import { conflictsOf, type PlanGround } from '../../spatial/server/api.ts'
import type { WorkView } from '../contract/work-view.ts'
import { changeShare, contractTotal, less } from '../domain/contract-money.ts'
import { dueOn } from '../domain/payment-terms.ts'
import { warningsOf } from '../domain/warnings.ts'
import { possible } from '../domain/work-states.ts'
import { ruleOn } from './rules.ts'
import type { StoredWork } from './store.ts'

const amounts = (rows: readonly { readonly amount_yuan: string }[]) =>
  sumMoney(rows.map(({ amount_yuan }) => amount_yuan))
const number = (text: string | null) => (text === null ? null : Number(text))

export const paidOn = ({ payments }: StoredWork, contractId: string) =>
  amounts(payments.filter(({ contract_id }) => contract_id === contractId))
export const owedOf = ({ payments, payables }: StoredWork, payableId: string) =>
  less(
    amounts(payables.filter(({ id }) => id === payableId)),
    amounts(payments.filter(({ payable_id }) => payable_id === payableId)),
  )
export const usedOf = ({ payments }: StoredWork, sourceId: string) =>
  amounts(payments.filter(({ source_id }) => source_id === sourceId))
export const receivedOf = ({ receipts }: StoredWork, sourceId: string) =>
  amounts(receipts.filter(({ source_id }) => source_id === sourceId))
export const changesOf = ({ changes }: StoredWork, contractId: string) =>
  changes.filter(({ contract_id }) => contract_id === contractId)

interface Telling {
  readonly today: Day
  /** The reader may take its decisions. */
  readonly decides: boolean
  /** Those in force. */
  readonly plans: readonly PlanGround[]
}

/** A work as it is told on a day, with what is against the plans. */
export function viewOf(stored: StoredWork, { today, decides, plans }: Telling): WorkView {
  const { row } = stored
  const contracts = contractsOf(stored)
  const shown = {
    ...{ payables: payablesOf(stored, today), milestones: milestonesOf(stored, today), reports: reportsOf(stored) },
    ...{ contracted: sumMoney(contracts.map(({ total }) => total)), paid: amounts(stored.payments) },
  }
  const [asset] = stored.assets
  return {
    ...{ id: row.id, version: row.version, name: row.name, kind: row.kind as WorkView['kind'], state: row.state },
    ...{ plannedStart: row.planned_start, plannedEnd: row.planned_end, sample: row.sample },
    ...{ startedOn: row.started_on, completedOn: row.completed_on, operatingOn: row.operating_on },
    ...{ estimate: estimateOf(stored), contracts, sources: sourcesOf(stored), ...shown },
    acceptances: stored.acceptances.map(({ id, kind, result, accepted_on }) => ({ id, kind, result, on: accepted_on })),
    openDefects: stored.defects.filter(({ fixed_on }) => fixed_on === null).length,
    asset: asset === undefined ? null : { id: asset.id, name: asset.name, value: asset.value_yuan },
    warnings: [...warned(stored, shown, today), ...againstPlans(stored, plans)],
    may: decides ? [...possible(row.state)] : [],
  }
}

function againstPlans({ row }: StoredWork, plans: readonly PlanGround[]): WorkView['warnings'] {
  if (row.state === 'cancelled') return []
  // The field's check has let only shapes through.
  const ground = row.shape === null ? null : (JSON.parse(row.shape) as MapGeometry)
  const found = conflictsOf({ ground, uses: row.land_use === null ? null : [row.land_use] }, plans)
  return found.map((text) => ({ code: 'againstPlan', red: false, text }))
}

function estimateOf({ estimates }: StoredWork): WorkView['estimate'] {
  const [first] = estimates
  const last = estimates.at(-1)
  if (first === undefined || last === undefined) return null
  return { first: first.amount_yuan, current: last.amount_yuan, versions: estimates.length }
}

const sourcesOf = (stored: StoredWork): WorkView['sources'] =>
  stored.sources.map(({ id, title, kind, bond_id, planned_yuan }) => ({
    ...{ id, title, kind, bondId: bond_id, planned: planned_yuan },
    ...{ received: receivedOf(stored, id), used: usedOf(stored, id) },
  }))

const contractsOf = (stored: StoredWork): WorkView['contracts'] =>
  stored.contracts.map((contract) => {
    const { id, version, title, number: code, party, sme, amount_yuan } = contract
    const changes = changesOf(stored, id)
    const money = { amount: amount_yuan, changes: changes.map((change) => change.amount_yuan) }
    return {
      ...{ id, version, title, number: code, party, sme, amount: amount_yuan, total: contractTotal(money) },
      ...{ changeShare: changeShare(money), paid: paidOn(stored, id) },
      changes: changes.map((change) => ({
        ...{ id: change.id, amount: change.amount_yuan, on: change.happened_on },
        ...{ reason: change.reason, document: change.document },
      })),
    }
  })

function payablesOf(stored: StoredWork, today: Day): WorkView['payables'] {
  const rule = ruleOn(today)
  return stored.payables.map(({ id, contract_id, title, amount_yuan, delivered_on, progress_percent }) => {
    const contract = stored.contracts.find((one) => one.id === contract_id)
    const terms = { deliveredOn: delivered_on, sme: contract?.sme ?? null, agreedDays: contract?.payment_days ?? null }
    return {
      ...{ id, contractId: contract_id, title, amount: amount_yuan, owed: owedOf(stored, id) },
      ...{ deliveredOn: delivered_on, dueOn: dueOn(terms, rule), percent: number(progress_percent) },
    }
  })
}

const milestonesOf = ({ milestones }: StoredWork, today: Day): WorkView['milestones'] =>
  milestones.map(({ id, title, planned_on, forecast_on, done_on }) => ({
    ...{ id, title, plannedOn: planned_on, forecastOn: forecast_on, doneOn: done_on },
    late: done_on === null && planned_on < today,
  }))

const reportsOf = ({ reports }: StoredWork): WorkView['reports'] =>
  reports.map(({ id, month, planned_percent, actual_percent, done }) => ({
    ...{ id, month, done, planned: number(planned_percent), actual: Number(actual_percent) },
  }))

type Shown = Pick<WorkView, 'payables' | 'milestones' | 'reports' | 'contracted' | 'paid'>

function warned(stored: StoredWork, { payables, milestones, reports, contracted, paid }: Shown, today: Day) {
  const smeOf = (id: string) => stored.contracts.find((one) => one.id === id)?.sme ?? null
  const watched = {
    ...{ state: stored.row.state, contracted, paid, milestones, report: reports.at(-1) ?? null },
    estimates: stored.estimates.map(({ amount_yuan }) => amount_yuan),
    payables: payables.map((payable) => ({ ...payable, sme: smeOf(payable.contractId) })),
    defects: stored.defects.map(({ title, due_on, fixed_on }) => ({ title, dueOn: due_on, fixedOn: fixed_on })),
  }
  return warningsOf(watched, ruleOn(today), today).map((warning) => ({ ...warning }))
}
