import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { verbLabels, type WorkVerb, type workVerbs } from './contract/words.ts'
import { WorkView } from './contract/work-view.ts'

const zone = z.string()
/** Yuan as decimal text, above zero. */
const Amount = z
  .string()
  .regex(/^\d{1,14}(\.\d{1,2})?$/)
  .refine((amount) => Number(amount) > 0)
const document = z.string().trim().min(1).max(200)
const one = z.strictObject({ zone, id: z.uuid(), version: z.int() })

export const listWorks = endpoint({
  name: 'works.listWorks',
  method: 'GET',
  path: '/api/zones/:zone/work-ledger',
  permission: 'works.read',
  effect: 'read',
  summary: {
    zh: '工程一览：概算、合同、支付、进度、提醒',
    en: 'Works: estimate, contracts, payments, progress, warnings',
  },
  input: z.strictObject({ zone, id: z.uuid().optional() }),
  output: z.object({ works: z.array(WorkView) }),
})

const step = <const V extends WorkVerb>(verb: V) =>
  endpoint({
    name: `works.${verb}`,
    method: 'POST',
    path: `/api/zones/:zone/works/:id/${verb}`,
    permission: 'works.decide',
    effect: 'write',
    summary: verbLabels[verb],
    input: one.extend({ happenedOn: z.iso.date(), words: z.string().trim().min(1).max(2000) }),
    output: WorkView,
  })

/** One door a verb, all alike. */
export const doors = {
  approve: step('approve'),
  start: step('start'),
  suspend: step('suspend'),
  resume: step('resume'),
  complete: step('complete'),
  operate: step('operate'),
  cancel: step('cancel'),
} satisfies Record<(typeof workVerbs)[number], unknown>

export const changeContract = endpoint({
  name: 'works.changeContract',
  method: 'POST',
  path: '/api/zones/:zone/work-contracts/:id/change',
  permission: 'works.spend',
  effect: 'write',
  summary: { zh: '登记变更', en: 'Change order' },
  input: one.extend({
    /** Below zero: taken off. */
    amount: z
      .string()
      .regex(/^-?\d{1,14}(\.\d{1,2})?$/)
      .refine((amount) => Number(amount) !== 0),
    reason: z.string().trim().min(1).max(2000),
    document,
    /** Of who approved a change beyond the limit. */
    approval: document.optional(),
    happenedOn: z.iso.date(),
  }),
  output: WorkView,
})

export const payPayable = endpoint({
  name: 'works.pay',
  method: 'POST',
  path: '/api/zones/:zone/work-payables/:id/pay',
  permission: 'works.spend',
  effect: 'write',
  summary: { zh: '登记支付', en: 'Paid' },
  input: z.strictObject({ zone, id: z.uuid(), source: z.uuid(), amount: Amount, paidOn: z.iso.date(), document }),
  output: WorkView,
})

const allotment = one.extend({ bond: z.uuid(), amount: Amount, document })

export const allotToWork = endpoint({
  name: 'works.allotBond',
  method: 'POST',
  path: '/api/zones/:zone/works/:id/allot-bond',
  permission: 'works.allot',
  effect: 'write',
  summary: { zh: '安排专项债额度', en: 'Bond allotted' },
  input: allotment,
  output: WorkView,
})

export const takeBackFromWork = endpoint({
  name: 'works.takeBackBond',
  method: 'POST',
  path: '/api/zones/:zone/works/:id/take-back-bond',
  permission: 'works.allot',
  effect: 'write',
  summary: { zh: '收回专项债额度', en: 'Bond taken back' },
  input: allotment,
  output: WorkView,
})

export const takeIntoAssets = endpoint({
  name: 'works.takeIntoAssets',
  method: 'POST',
  path: '/api/zones/:zone/works/:id/take-into-assets',
  permission: 'works.decide',
  effect: 'write',
  summary: { zh: '转为资产', en: 'Taken into assets' },
  input: one.extend({
    name: z.string().trim().min(1).max(150),
    keeper: z.uuid().optional(),
    inServiceOn: z.iso.date(),
  }),
  output: WorkView,
})
