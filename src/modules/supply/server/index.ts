import type { Endpoint } from '../../../kernel/endpoint.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import { defineModule, type Handler, handle } from '../../../platform/module.ts'
import * as contracts from '../contract/contracts.ts'
import { demand } from '../contract/demand.ts'
import * as offered from '../contract/offerings.ts'
import { planLine } from '../contract/plan-line.ts'
import { type DemandVerb, demandDoors, demandVerbs, getWaiting, type Waiting } from '../contract/waiting.ts'
import { weight } from '../contract/weight.ts'
import { getSupplyPlan } from '../contract.ts'
import { announceOffering, offeringKind } from './announce.ts'
import { bringIn } from './bring-in.ts'
import { enterPermit, handLandOver, pay, transferContract } from './contract-step.ts'
import { contractLines, contractView } from './contract-views.ts'
import { stepDemand } from './demand-step.ts'
import { figures } from './figures.ts'
import { closeUnsold, openOffering, sellOffering } from './offer-step.ts'
import { listOfferingRows, offeringViews, rulesFor } from './offerings.ts'
import { readPlan } from './plan.ts'
import { signOffering } from './sign.ts'
import { getStored, listStored } from './store.ts'
import { readWaiting } from './waiting.ts'
import { contractKind } from './write-contract.ts'

const staff = ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor'] as const

interface OnDemand {
  readonly zone: string
  readonly id: string
  readonly version: number
  readonly reason: string
  readonly parcel?: string
}

function demandHandler(verb: DemandVerb): Handler {
  const door = demandDoors[verb] as unknown as Endpoint<OnDemand, Waiting>
  return handle(door, (db, { parcel, ...input }, context) =>
    stepDemand(db, context, { ...input, verb, parcel: parcel ?? null }),
  )
}

export default defineModule({
  name: 'supply',
  figures,
  records: [planLine, demand, weight],
  grants: {
    'supply.read': staff,
    'supply.plan': ['officer', 'operator'],
    'supply.rule': ['officer', 'leader'],
    'supply.decide': ['officer', 'leader'],
    'supply.offer': ['officer'],
    'supply.pay': ['officer', 'operator'],
  },
  journal: {
    [offeringKind]: {
      label: { zh: '土地出让', en: 'Land offering' },
      actions: {
        announce: { zh: '发布公告', en: 'Announced' },
        open: { zh: '开始挂牌', en: 'Listed' },
        sell: { zh: '确认成交', en: 'Sold' },
        fail: { zh: '未成交', en: 'Not sold' },
        contract: { zh: '签订合同', en: 'Contracted' },
      },
    },
    [contractKind]: {
      label: { zh: '出让合同', en: 'Land contract' },
      actions: {
        sign: { zh: '签订', en: 'Signed' },
        bringIn: { zh: '补录', en: 'Brought in' },
        pay: { zh: '缴款', en: 'Paid' },
        handOver: { zh: '交地', en: 'Handed over' },
        notePermit: { zh: '登记许可证', en: 'Permit entered' },
        transfer: { zh: '转让', en: 'Transferred' },
      },
    },
  },
  traces: {
    [contractKind]: {
      ...{ of: 'enterprises.enterprise', needs: 'supply.read' },
      find: async (db, id, context) => {
        const stored = await listStored(db, zoneOf(context).id, { enterprise: id })
        return stored.map(({ row }) => ({ id: row.id, name: row.number }))
      },
    },
  },
  handlers: [
    handle(getSupplyPlan, (db, { year }, context) =>
      readPlan(db, zoneOf(context).id, year ?? Number(legalDayOf(context.now).slice(0, 4))),
    ),
    handle(getWaiting, (db, _input, context) => readWaiting(db, context)),
    ...demandVerbs.map(demandHandler),
    handle(offered.listOfferings, async (db, _input, context) => ({
      rules: rulesFor(legalDayOf(context.now)),
      offerings: await offeringViews(db, context, await listOfferingRows(db, zoneOf(context).id)),
    })),
    handle(offered.announce, (db, input, context) => announceOffering(db, context, input)),
    handle(offered.openListing, (db, input, context) => openOffering(db, context, input)),
    handle(offered.sell, (db, input, context) => sellOffering(db, context, input)),
    handle(offered.failOffering, (db, input, context) => closeUnsold(db, context, input)),
    handle(offered.signContract, (db, input, context) => signOffering(db, context, input)),
    handle(contracts.listContracts, async (db, { project }, context) => ({
      contracts: await contractLines(db, context, await listStored(db, zoneOf(context).id, { project })),
    })),
    handle(contracts.getContract, async (db, { id }, context) =>
      contractView(db, context, await getStored(db, zoneOf(context).id, id)),
    ),
    handle(contracts.payPrice, (db, input, context) => pay(db, context, input)),
    handle(contracts.handOver, (db, input, context) => handLandOver(db, context, input)),
    handle(contracts.notePermit, (db, input, context) => enterPermit(db, context, input)),
    handle(contracts.transferLand, (db, input, context) => transferContract(db, context, input)),
    handle(contracts.bringInContracts, (db, input, context) => bringIn(db, context, input.contracts)),
  ],
})
