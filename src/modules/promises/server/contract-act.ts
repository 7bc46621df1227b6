import type { InputOf } from '../../../kernel/endpoint.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { compareMoney } from '../../../kernel/money.ts'
import { Problem } from '../../../kernel/problem.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { SideState } from '../../parcels/contract/state.ts'
import { findParcel, moveParcel } from '../../parcels/server/api.ts'
import type { Promised } from '../contract/views.ts'
import type { actOnIdle, extendStart, noteSite } from '../contract.ts'
import { idleFeeLimit } from '../domain/idle.ts'
import { refuseExtension } from '../domain/start-due.ts'
import { actsOf } from './bodies.ts'
import { watchIdle } from './idle-watch.ts'
import { idleRuleOn, startRuleOn } from './rules.ts'
import { getStored, promiseKind, refuseFuture, type Stored } from './store.ts'
import type { ActRow } from './table.ts'
import { idleStanding, promisedView } from './views.ts'

interface Act {
  readonly stored: Stored
  readonly kind: ActRow['kind']
  readonly action: string
  readonly happenedOn: string
  readonly body: Readonly<Record<string, unknown>>
  readonly note: string | null
}

/** Held until the transaction ends: acts on one contract come one after the other. */
export async function lockContract(db: Database, zoneId: string, id: string): Promise<Stored> {
  await db
    .selectFrom('supply.contracts')
    .select('id')
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .execute()
  return getStored(db, zoneId, id)
}

async function write(db: Database, context: RequestContext, given: Act): Promise<Promised> {
  const { stored, kind, action, happenedOn, body, note } = given
  const zoneId = zoneOf(context).id
  const { contract } = stored
  await db
    .insertInto('promises.acts')
    .values({
      ...{ zone_id: zoneId, id: newId(context.now), created_at: context.now, created_by: actorOf(context) },
      ...{ sample: contract.sample, contract_id: contract.id, kind, happened_on: happenedOn },
      ...{ body: JSON.stringify(body), actor_name: context.caller.name },
    })
    .execute()
  await record(db, context, {
    ...{ subjectKind: promiseKind, subjectId: contract.id, action, note, after: { happenedOn, ...body } },
    ...(contract.projectId !== null && { threadId: contract.projectId }),
  })
  const after = await getStored(db, zoneId, contract.id)
  await watchIdle(db, context, after)
  return promisedView(db, context, after)
}

async function beside(
  db: Database,
  context: RequestContext,
  { contract }: Stored,
  change: (sides: readonly SideState[]) => SideState[],
) {
  const { sideStates } = await findParcel(db, zoneOf(context).id, contract.parcelId)
  await moveParcel(db, context, {
    id: contract.parcelId,
    sideStates: change(sideStates),
    action: 'move',
    note: contract.number,
  })
}

export async function extend(db: Database, context: RequestContext, input: InputOf<typeof extendStart>) {
  const { months, document, reason } = input
  const today = legalDayOf(context.now)
  const stored = await lockContract(db, zoneOf(context).id, input.contract)
  if (stored.checks.some(({ kind, state }) => kind === 'start' && state === 'passed')) throw started()
  refuseExtension(actsOf(stored.acts).extensions.length, months, startRuleOn(today))
  await beside(db, context, stored, (sides) => [...sides, 'extension'])
  const body = { months, document, reason }
  return write(db, context, {
    stored,
    kind: 'extension',
    action: 'extendStart',
    happenedOn: today,
    body,
    note: document,
  })
}

export async function seeSite(db: Database, context: RequestContext, input: InputOf<typeof noteSite>) {
  const { on, stoppedOn, builtPercent, spentPercent } = input
  const today = legalDayOf(context.now)
  refuseFuture(on, today)
  if (stoppedOn !== null) refuseFuture(stoppedOn, on)
  const stored = await lockContract(db, zoneOf(context).id, input.contract)
  const body = { stoppedOn, builtPercent, spentPercent }
  return write(db, context, { stored, kind: 'site', action: 'noteSite', happenedOn: on, body, note: null })
}

/** A letter on idle land: only what the clock bears out, and no fee beyond what the law allows. */
export async function writeLetter(db: Database, context: RequestContext, input: InputOf<typeof actOnIdle>) {
  const { act, happenedOn, document, reason, amountYuan } = input
  const today = legalDayOf(context.now)
  refuseFuture(happenedOn, today)
  const stored = await lockContract(db, zoneOf(context).id, input.contract)
  const { state } = idleStanding(stored, today)
  const idle = state === 'idleFee' || state === 'takeBack' || state === 'stopped'
  if (act !== 'investigate' && act !== 'clear' && !idle) throw notIdle()
  if (act === 'takeBack' && state !== 'takeBack') throw notTwoYears()
  if ((act === 'levy') !== (amountYuan !== null)) throw needsAmount()
  const limit = idleFeeLimit(stored.contract.priceYuan, idleRuleOn(today))
  if (amountYuan !== null && compareMoney(amountYuan, limit) > 0) throw tooMuch(limit)
  if (act === 'takeBack') {
    const { parcelId, number } = stored.contract
    await moveParcel(db, context, { id: parcelId, to: 'recovered', sideStates: [], action: 'move', note: number })
  }
  if (act === 'find') await beside(db, context, stored, (sides) => [...sides, 'idle'])
  if (act === 'clear') await beside(db, context, stored, (sides) => sides.filter((side) => side !== 'idle'))
  const body = { act, document, reason, amountYuan }
  return write(db, context, { stored, kind: 'idle', action: 'actOnIdle', happenedOn, body, note: document })
}

const refusal = (reason: string, zh: string, en: string) =>
  new Problem('rule_violated', `promises.${reason}`, { zh, en })
const started = () => refusal('started', '已认定开工，不能再延期开工。', 'It has started: the start cannot be put off.')
const notIdle = () =>
  refusal(
    'not_idle',
    '按合同开工日和原因台账，这宗地没有构成闲置，不能发这份文书。',
    'By its dates and causes the land is not idle: this letter cannot go out.',
  )
const notTwoYears = () =>
  refusal('not_two_years', '未动工还不满两年，不能收回。', 'Not two years yet: it cannot be taken back.')
const needsAmount = () =>
  refusal(
    'needs_amount',
    '征缴闲置费要写金额，其他文书不写。',
    'A decision on the fee has an amount, other letters have none.',
  )
const tooMuch = (limit: string) =>
  refusal('fee_too_high', `闲置费不超过地价的法定比例，最多 ${limit} 元。`, `The fee is at most ${limit} yuan by law.`)
