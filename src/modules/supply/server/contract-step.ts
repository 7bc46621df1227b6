import type { InputOf } from '../../../kernel/endpoint.ts'
import { beginningOf, legalDayOf } from '../../../kernel/legal-day.ts'
import { compareMoney, sumMoney } from '../../../kernel/money.ts'
import { Problem } from '../../../kernel/problem.ts'
import { publish } from '../../../platform/events/publish.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { findEnterprise } from '../../enterprises/server/api.ts'
import { findParcel, moveParcel } from '../../parcels/server/api.ts'
import { getProject } from '../../projects/server/api.ts'
import type { handOver, LandContract, notePermit, payPrice, transferLand } from '../contract/contracts.ts'
import { contractView, moneyOf } from './contract-views.ts'
import { noEnterprise } from './offer-step.ts'
import { grantedOn } from './permits.ts'
import { permitsOn } from './rules.ts'
import { getStored, lockRow, refuseFuture, type StoredContract } from './store.ts'
import type { ContractRow, EventRow } from './table.ts'
import { contractKind } from './write-contract.ts'

interface Step {
  readonly id: string
  readonly version: number
  readonly happenedOn: string
  readonly document: string
  readonly action: 'pay' | 'handOver' | 'notePermit' | 'transfer'
  readonly event?: Pick<EventRow, 'kind'> & Partial<Pick<EventRow, 'amount_yuan' | 'code' | 'enterprise_id'>>
  readonly set?: Partial<Pick<ContractRow, 'enterprise_id' | 'project_id' | 'handed_over_on' | 'handover_document'>>
  /** Refuses; with the contract as it is locked. */
  readonly check?: (stored: StoredContract) => void
}

async function take(db: Database, context: RequestContext, given: Step): Promise<LandContract> {
  const { happenedOn, document, action, event, set = {} } = given
  const zoneId = zoneOf(context).id
  const today = legalDayOf(context.now)
  refuseFuture(happenedOn, today)
  const row = await lockRow(db, 'supply.contracts', { zoneId, ...given })
  given.check?.(await getStored(db, zoneId, row.id))
  if (event) {
    await db
      .insertInto('supply.contract_events')
      .values({
        ...{ zone_id: zoneId, id: newId(context.now), created_at: context.now, created_by: actorOf(context) },
        ...{ sample: row.sample, contract_id: row.id, happened_on: happenedOn, document, amount_yuan: null },
        ...{ code: null, enterprise_id: null, ...event, actor_name: context.caller.name },
      })
      .execute()
  }
  await db
    .updateTable('supply.contracts')
    .set({ ...set, version: row.version + 1, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', zoneId)
    .where('id', '=', row.id)
    .execute()
  await record(db, context, {
    ...{ subjectKind: contractKind, subjectId: row.id, action, note: document },
    ...(row.project_id !== null && { threadId: row.project_id }),
    ...(happenedOn < today && { happenedAt: beginningOf(happenedOn) }),
    after: { happenedOn, ...event, ...set },
  })
  const audience = { enterpriseId: set.enterprise_id ?? row.enterprise_id }
  await publish(db, context, { topic: 'supply.changed', subjectKind: contractKind, subjectId: row.id, audience })
  return contractView(db, context, await getStored(db, zoneId, row.id))
}

/** A payment with its receipt; never more than the price. */
export function pay(db: Database, context: RequestContext, input: InputOf<typeof payPrice>) {
  const { amountYuan } = input
  const check = (stored: StoredContract) => {
    const { paidYuan } = moneyOf(stored, legalDayOf(context.now))
    if (compareMoney(sumMoney([paidYuan, amountYuan]), stored.row.price_yuan) <= 0) return
    throw new Problem('rule_violated', 'supply.paid_too_much', {
      zh: `合同价款 ${stored.row.price_yuan} 元，已缴 ${paidYuan} 元；这笔超出应缴，请核对金额。`,
      en: `The price is ${stored.row.price_yuan} yuan, ${paidYuan} is paid: this is more than is owed.`,
    })
  }
  return take(db, context, { ...input, action: 'pay', event: { kind: 'payment', amount_yuan: amountYuan }, check })
}

/** 交地: once. */
export async function handLandOver(db: Database, context: RequestContext, input: InputOf<typeof handOver>) {
  const { happenedOn, document } = input
  const check = ({ row }: StoredContract) => {
    if (row.handed_over_on === null) return
    throw new Problem('rule_violated', 'supply.handed_over', {
      zh: `这宗地 ${row.handed_over_on} 已交地。`,
      en: `It was handed over on ${row.handed_over_on} already.`,
    })
  }
  const set = { handed_over_on: happenedOn, handover_document: document }
  const view = await take(db, context, { ...input, action: 'handOver', set, check })
  await moveParcel(db, context, { id: view.parcel.id, to: 'handed-over', action: 'move', note: document })
  return view
}

/** By hand, what no case tells: the number alone where a case decided and no certificate was made out, its day is then the case's. */
export async function enterPermit(db: Database, context: RequestContext, input: InputOf<typeof notePermit>) {
  const { id, code, number } = input
  const granted = (await grantedOn(db, await getStored(db, zoneOf(context).id, id))).get(code)
  if (granted && granted.number !== null)
    throw new Problem('rule_violated', 'supply.permit_of_a_case', {
      zh: `这张许可证已由办件核发，编号 ${granted.number}，不用再登记。`,
      en: `A case has granted this permit under number ${granted.number}: it need not be entered.`,
    })
  const check = ({ row, events }: StoredContract) => {
    const known = permitsOn(row.signed_on).some((one) => one.code === code)
    if (known && !events.some((one) => one.kind === 'permit' && one.code === code)) return
    throw new Problem('rule_violated', 'supply.no_such_permit', {
      zh: '这张许可证不在随合同办理之列，或已经登记。',
      en: 'This permit is none that goes with the contract, or is entered already.',
    })
  }
  const happenedOn = granted?.decidedOn ?? input.happenedOn
  const event = { kind: 'permit', code } as const
  return take(db, context, { ...input, happenedOn, document: number, action: 'notePermit', event, check })
}

/** The new holder takes over every duty of the contract. */
export async function transferContract(db: Database, context: RequestContext, input: InputOf<typeof transferLand>) {
  const { enterprise, project } = input
  const zoneId = zoneOf(context).id
  if (!(await findEnterprise(db, zoneId, enterprise))) throw noEnterprise()
  if (project !== null) await getProject(db, zoneId, project)
  const check = ({ row }: StoredContract) => {
    if (row.enterprise_id !== enterprise) return
    throw new Problem('rule_violated', 'supply.same_holder', {
      zh: '受让方就是现在的使用权人，请选择另一家企业。',
      en: 'It holds the land already: choose another enterprise.',
    })
  }
  const set = { enterprise_id: enterprise, project_id: project }
  const event = { kind: 'holder' as const, enterprise_id: enterprise }
  const view = await take(db, context, { ...input, action: 'transfer', set, event, check })
  const { sideStates } = await findParcel(db, zoneId, view.parcel.id)
  const sides = [...sideStates, 'transferred' as const]
  await moveParcel(db, context, { id: view.parcel.id, sideStates: sides, action: 'move', note: input.document })
  return view
}
