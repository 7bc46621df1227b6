import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { Promised } from './contract/views.ts'
import { idleActs, idleCauses, outcomes } from './contract/words.ts'

const zone = z.string()
const Day = z.iso.date()
const Yuan = z.string().regex(/^\d{1,16}(\.\d{1,2})?$/)
const words = z.string().trim().min(1).max(200)
const reason = z.string().trim().min(1).max(1000)

export const listPromises = endpoint({
  name: 'promises.listPromises',
  method: 'GET',
  path: '/api/zones/:zone/land-promises',
  permission: 'promises.read',
  effect: 'read',
  summary: {
    zh: '供地合同的承诺：核查、违约金、闲置',
    en: 'What land contracts promise: checks, penalties, idle land',
  },
  input: z.strictObject({ zone, project: z.uuid().optional(), contract: z.uuid().optional() }),
  output: z.object({
    today: z.string(),
    /** Checks are shown as due so many days before. */
    noticeDays: z.int(),
    promises: z.array(Promised),
  }),
})

export const listOwnPromises = endpoint({
  name: 'promises.listOwn',
  method: 'GET',
  path: '/api/zones/:zone/own-land-promises',
  permission: 'promises.own',
  effect: 'read',
  summary: { zh: '我的用地承诺', en: 'My promises on land' },
  input: z.strictObject({ zone }),
  output: z.object({ today: z.string(), promises: z.array(Promised) }),
})

const step = { method: 'POST', effect: 'write', output: Promised } as const
const check = { zone, id: z.uuid(), version: z.int() }

export const recordCheck = endpoint({
  ...{ ...step, name: 'promises.recordCheck', path: '/api/zones/:zone/land-checks/:id/record' },
  ...{ permission: 'promises.check', summary: { zh: '记录核查', en: 'Record a check' } },
  input: z.strictObject({
    ...{ ...check, checkedOn: Day, reached: z.boolean(), note: z.string().trim().max(1000).nullable().default(null) },
    /** When it was reached; the day of the check when absent. */
    reachedOn: Day.nullable().default(null),
    values: z
      .array(z.strictObject({ code: words, actual: z.number(), source: words, measuredOn: Day }))
      .max(20)
      .default([]),
  }),
})

export const objectToCheck = endpoint({
  ...{ ...step, name: 'promises.objectToCheck', path: '/api/zones/:zone/land-checks/:id/object' },
  ...{ permission: 'promises.object', summary: { zh: '提出异议', en: 'Object' } },
  input: z.strictObject({ ...check, reason }),
})

export const decideCheck = endpoint({
  ...{ ...step, name: 'promises.decideCheck', path: '/api/zones/:zone/land-checks/:id/decide' },
  ...{ permission: 'promises.decide', summary: { zh: '认定核查结果', en: 'Decide on a check' } },
  input: z.strictObject({ ...check, outcome: z.enum(outcomes), reason, rectifyUntil: Day.nullable().default(null) }),
})

export const settlePenalty = endpoint({
  ...{ ...step, name: 'promises.settlePenalty', path: '/api/zones/:zone/land-penalties/:id/settle' },
  ...{ permission: 'promises.decide', summary: { zh: '登记违约金缴纳', en: 'Enter a penalty as paid' } },
  input: z.strictObject({ ...check, paidOn: Day, document: words }),
})

const ofContract = { zone, contract: z.uuid(), document: words }
const base = '/api/zones/:zone/land-promises/:contract' as const

export const extendStart = endpoint({
  ...{ ...step, name: 'promises.extendStart', path: `${base}/extend-start` },
  ...{ permission: 'promises.decide', summary: { zh: '同意开工延期', en: 'Put the start off' } },
  input: z.strictObject({ ...ofContract, months: z.int().min(1).max(12), reason }),
})

export const excuseIdle = endpoint({
  ...{ ...step, name: 'promises.excuseIdle', path: `${base}/excuse` },
  ...{
    permission: 'promises.decide',
    summary: { zh: '登记不计入闲置的原因', en: 'Enter a cause that stops the clock' },
  },
  input: z.strictObject({ ...ofContract, cause: z.enum(idleCauses), from: Day, until: Day.nullable().default(null) }),
})

export const endExcuse = endpoint({
  ...{ ...step, name: 'promises.endExcuse', path: `${base}/end-excuse` },
  ...{ permission: 'promises.decide', summary: { zh: '原因消除，继续计时', en: 'The cause is over' } },
  input: z.strictObject({ ...ofContract, id: z.uuid(), version: z.int(), until: Day }),
})

export const noteSite = endpoint({
  ...{ ...step, name: 'promises.noteSite', path: `${base}/note-site` },
  ...{
    permission: 'promises.check',
    summary: { zh: '记录现场：停工、已建、已投', en: 'Enter the site: stopped, built, spent' },
  },
  input: z.strictObject({
    ...{ zone, contract: z.uuid(), on: Day, stoppedOn: Day.nullable() },
    ...{ builtPercent: z.number().min(0).max(100).nullable(), spentPercent: z.number().min(0).max(1000).nullable() },
  }),
})

export const actOnIdle = endpoint({
  ...{ ...step, name: 'promises.actOnIdle', path: `${base}/idle-act` },
  ...{ permission: 'promises.decide', summary: { zh: '闲置土地文书', en: 'Letter on idle land' } },
  input: z.strictObject({
    ...{ ...ofContract, act: z.enum(idleActs), happenedOn: Day, reason },
    amountYuan: Yuan.nullable().default(null),
  }),
})
