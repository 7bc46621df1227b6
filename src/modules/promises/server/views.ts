import type { Selectable } from 'kysely'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { daysBetween } from '../../../kernel/months.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { knownEnterprises } from '../../enterprises/server/api.ts'
import { listParcels } from '../../parcels/server/api.ts'
import { projectNames } from '../../projects/server/api.ts'
import type { Check, Measure, Promised } from '../contract/views.ts'
import { checkKinds } from '../contract/words.ts'
import { checkMay } from '../domain/check.ts'
import { excusedDays, type IdleFacts, idleFeeLimit, idleOn } from '../domain/idle.ts'
import { keeps } from '../domain/penalty.ts'
import { startDueOn } from '../domain/start-due.ts'
import { actsOf } from './bodies.ts'
import { idleRuleOn, startRuleOn } from './rules.ts'
import type { Stored } from './store.ts'
import type { CheckRow } from './table.ts'

type Row = Selectable<CheckRow>

/** Values agreed for a check, with what was measured last. A yearly check looks at what full output promised. */
export function measuresFor({ contract, measures }: Stored, row: Row): Measure[] {
  const phase = row.kind === 'yearly' ? 'output' : row.kind
  const own = measures.filter(({ check_id }) => check_id === row.id)
  const last = Math.max(0, ...own.map(({ take }) => take))
  return contract.indicators
    .filter((indicator) => indicator.phase === phase)
    .map(({ code, name, op, value, unit, source }) => {
      const taken = own.find((one) => one.take === last && one.code === code)
      const actual = taken === undefined ? null : Number(taken.actual)
      return {
        ...{ code, name, op, agreed: value, unit, threshold: source, actual },
        ...{ source: taken?.source ?? null, measuredOn: taken?.measured_on ?? null },
        kept: keeps({ op, value }, actual),
      }
    })
}

/** The day by which a check is due: that of the start moves with what was granted. */
export function dueOf({ acts }: Stored, { kind, round, due_on }: Row): string {
  return kind === 'start' && round === 1 ? startDueOn(due_on, actsOf(acts).extensions) : due_on
}

/** Calendar days late, without those that a cause excuses. */
export function daysLate(stored: Stored, row: Row, today: string): number {
  const due = dueOf(stored, row)
  const ended = row.reached === true && row.reached_on !== null ? row.reached_on : (row.decided_on ?? today)
  const excused = row.kind === 'start' ? excusedDays(causesOf(stored), due, ended) : 0
  return Math.max(0, daysBetween(due, ended) - excused)
}

function causesOf({ causes }: Pick<Stored, 'causes'>) {
  return causes.map(({ from_on, until_on }) => ({ from: from_on, until: until_on }))
}

/** What the clock of idle land goes by. A start that was checked and passed has stopped it. */
export function idleFacts({ checks, acts, contract, ...stored }: Stored): IdleFacts {
  const { extensions, site } = actsOf(acts)
  const passed = (kind: Row['kind']) => checks.find((check) => check.kind === kind && check.state === 'passed')
  return {
    startDueOn: startDueOn(contract.startDue, extensions),
    ...{ startedOn: passed('start')?.reached_on ?? null, stoppedOn: site?.stoppedOn ?? null },
    ...{ builtPercent: site?.builtPercent ?? null, spentPercent: site?.spentPercent ?? null },
    ...{ excused: causesOf(stored), finished: passed('completion') !== undefined },
  }
}

/** How it stands on a day. */
export function idleStanding(stored: Stored, today: string) {
  return idleOn(idleFacts(stored), idleRuleOn(today), today)
}

function checkView(stored: Stored, row: Row, today: string): Check {
  return {
    ...{ id: row.id, version: row.version, kind: row.kind, round: row.round, state: row.state },
    ...{ dueOn: dueOf(stored, row), daysLate: daysLate(stored, row, today), reached: row.reached },
    ...{ reachedOn: row.reached_on, checkedOn: row.checked_on, checker: row.checker_name, note: row.note },
    ...{ objection: row.objection, objectedOn: row.objected_on, decidedOn: row.decided_on },
    ...{ decision: row.decision, rectifyUntil: row.rectify_until, measures: measuresFor(stored, row) },
    may: checkMay(row.state),
  }
}

const place = ({ kind, round }: Row) => checkKinds.indexOf(kind) * 1000 + round

export async function promisedViews(
  db: Database,
  context: RequestContext,
  list: readonly Stored[],
): Promise<Promised[]> {
  const zoneId = zoneOf(context).id
  const today = legalDayOf(context.now)
  const contracts = list.map(({ contract }) => contract)
  const ids = contracts.map(({ parcelId }) => parcelId)
  const parcels = new Map((await listParcels(db, zoneId, { ids })).map(({ id, name }) => [id, name]))
  const firms = await knownEnterprises(db, zoneId, [...new Set(contracts.map(({ enterpriseId }) => enterpriseId))])
  const projects = await projectNames(
    db,
    zoneId,
    contracts.flatMap(({ projectId }) => (projectId === null ? [] : [projectId])),
  )
  const named = (id: string | null) => {
    const name = id === null ? undefined : projects.get(id)
    return id === null || name === undefined ? null : { id, name }
  }
  return list.map((stored) => ({
    ...ofContract(stored),
    parcel: { id: stored.contract.parcelId, name: parcels.get(stored.contract.parcelId) ?? '' },
    enterprise: { id: stored.contract.enterpriseId, name: firms.get(stored.contract.enterpriseId)?.name ?? '' },
    project: named(stored.contract.projectId),
    ...ofPromises(stored, today),
  }))
}

function ofContract({ contract }: Stored) {
  const { id, number, areaSqm, priceYuan, signedOn, handedOverOn, sample } = contract
  const { startDue, completionDue, productionDue, outputDue } = contract
  return {
    ...{ contract: { id, number }, areaSqm, priceYuan, signedOn, handedOverOn, sample },
    dates: { startDue, completionDue, productionDue, outputDue },
  }
}

function ofPromises(stored: Stored, today: string) {
  const { extensions, letters, site } = actsOf(stored.acts)
  return {
    ...{ extensions, extensionsLeft: Math.max(0, startRuleOn(today).times - extensions.length), site: site ?? null },
    checks: stored.checks.toSorted((a, b) => place(a) - place(b)).map((row) => checkView(stored, row, today)),
    penalties: stored.penalties.map((row) => ({
      ...{ id: row.id, version: row.version, kind: row.kind, name: row.name, amountYuan: row.amount_yuan },
      ...{ arithmetic: row.arithmetic, capped: row.capped, decidedOn: row.decided_on },
      ...{ paidOn: row.paid_on, paidDocument: row.paid_document },
    })),
    idle: {
      ...idleStanding(stored, today),
      feeLimitYuan: idleFeeLimit(stored.contract.priceYuan, idleRuleOn(today)),
      causes: stored.causes.map((row) => ({
        ...{ id: row.id, version: row.version, cause: row.cause, from: row.from_on },
        ...{ until: row.until_on, document: row.document },
      })),
      acts: letters,
    },
  }
}

export async function promisedView(db: Database, context: RequestContext, stored: Stored): Promise<Promised> {
  const [view] = await promisedViews(db, context, [stored])
  if (view) return view
  throw new RangeError('one contract, one view')
}
