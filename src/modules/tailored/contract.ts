import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import type { Label } from '../../kernel/label.ts'
import { conclusionNames, ReviewAnswer, ReviewQuestions } from './contract/review.ts'

const zone = z.string()
const money = z.string().regex(/^\d{1,16}(\.\d{1,2})?$/)

export const planStates = {
  draft: { zh: '起草中', en: 'Draft' },
  confirmed: { zh: '已确认，执行中', en: 'Confirmed, being carried out' },
  closed: { zh: '已办结', en: 'Closed' },
} as const satisfies Readonly<Record<string, Label>>
export type PlanState = keyof typeof planStates
const stateNames = Object.keys(planStates) as [PlanState, ...PlanState[]]

export const itemStates = {
  open: { zh: '办理中', en: 'Open' },
  done: { zh: '已办成', en: 'Done' },
  dropped: { zh: '不办', en: 'Dropped' },
} as const satisfies Readonly<Record<string, Label>>
export type ItemState = keyof typeof itemStates
const itemStateNames = Object.keys(itemStates) as [ItemState, ...ItemState[]]

/** What a measure costs or gives; a plan may hold several of a kind. */
export const itemKinds = {
  service: { zh: '服务', en: 'Service' },
  land: { zh: '用地用房', en: 'Land and space' },
  energy: { zh: '用能保障', en: 'Energy' },
  labour: { zh: '用工人才', en: 'Labour and talent' },
  finance: { zh: '融资', en: 'Finance' },
  money: { zh: '资金支持', en: 'Money' },
  market: { zh: '市场开拓', en: 'Market' },
} as const satisfies Readonly<Record<string, Label>>
export type ItemKind = keyof typeof itemKinds
const kindNames = Object.keys(itemKinds) as [ItemKind, ...ItemKind[]]

const NewItem = z.strictObject({
  kind: z.enum(kindNames),
  content: z.string().trim().min(1).max(1000),
  departmentId: z.uuid(),
  person: z.string().trim().max(50).nullable().default(null),
  dueOn: z.iso.date(),
  amountYuan: money.nullable().default(null),
})
export type NewItem = z.infer<typeof NewItem>

export const PlanItem = z.object({
  id: z.string(),
  kind: z.enum(kindNames),
  content: z.string(),
  department: z.object({ id: z.string(), name: z.string() }),
  person: z.string().nullable(),
  dueOn: z.string(),
  amountYuan: z.string().nullable(),
  state: z.enum(itemStateNames),
  late: z.boolean(),
  result: z.string().nullable(),
  doneOn: z.string().nullable(),
})
export type PlanItem = z.infer<typeof PlanItem>

export const PlanReview = z.object({
  reviewer: z.string(),
  reviewedOn: z.string(),
  conclusion: z.enum(conclusionNames),
  answers: z.array(ReviewAnswer),
  opinion: z.string(),
  /** It is about the plan as it stands; a later change needs a review of its own. */
  current: z.boolean(),
})
export type PlanReview = z.infer<typeof PlanReview>

export const TailoredPlan = z.object({
  id: z.string(),
  version: z.number().int(),
  enterprise: z.object({ id: z.string(), name: z.string() }),
  title: z.string(),
  fromOn: z.string(),
  untilOn: z.string(),
  state: z.enum(stateNames),
  outcome: z.string().nullable(),
  confirmedOn: z.string().nullable(),
  items: z.array(PlanItem),
  /** The latest first; not shown to the enterprise. */
  reviews: z.array(PlanReview),
  may: z.object({ change: z.boolean(), review: z.boolean(), confirm: z.boolean(), report: z.boolean() }),
  sample: z.boolean(),
})
export type TailoredPlan = z.infer<typeof TailoredPlan>

export const listPlans = endpoint({
  name: 'tailored.listPlans',
  method: 'GET',
  path: '/api/zones/:zone/tailored-plans',
  permission: 'tailored.read',
  effect: 'read',
  summary: { zh: '一企一策', en: 'Tailored plans, the latest first' },
  input: z.object({ zone, enterprise: z.uuid().optional() }),
  output: z.object({ plans: z.array(TailoredPlan) }),
})

export const getQuestions = endpoint({
  name: 'tailored.getQuestions',
  method: 'GET',
  path: '/api/zones/:zone/tailored-questions',
  permission: 'tailored.read',
  effect: 'read',
  summary: { zh: '公平竞争审查问题', en: 'Questions of the fair-competition review' },
  input: z.object({ zone }),
  output: ReviewQuestions,
})

const content = {
  title: z.string().trim().min(1).max(200),
  fromOn: z.iso.date(),
  untilOn: z.iso.date(),
  items: z.array(NewItem).min(1).max(100),
}
const addressed = { zone, id: z.uuid(), version: z.int().min(1) }
const words = z.string().trim().min(1).max(2000)

export const openPlan = endpoint({
  name: 'tailored.openPlan',
  method: 'POST',
  path: '/api/zones/:zone/tailored-plans',
  permission: 'tailored.write',
  effect: 'write',
  summary: { zh: '起草一企一策', en: 'Draft a tailored plan' },
  input: z.strictObject({ zone, enterprise: z.uuid(), ...content }),
  output: TailoredPlan,
})

export const changePlan = endpoint({
  name: 'tailored.changePlan',
  method: 'POST',
  path: '/api/zones/:zone/tailored-plans/:id/change',
  permission: 'tailored.write',
  effect: 'write',
  summary: { zh: '修改一企一策草稿', en: 'Change a draft; a review of it is needed anew' },
  input: z.strictObject({ ...addressed, ...content }),
  output: TailoredPlan,
})

export const reviewPlan = endpoint({
  name: 'tailored.reviewPlan',
  method: 'POST',
  path: '/api/zones/:zone/tailored-plans/:id/review',
  permission: 'tailored.review',
  effect: 'write',
  summary: { zh: '公平竞争审查', en: 'Record the fair-competition review' },
  input: z.strictObject({ ...addressed, answers: z.array(ReviewAnswer).max(50), opinion: words }),
  output: TailoredPlan,
})

export const confirmPlan = endpoint({
  name: 'tailored.confirmPlan',
  method: 'POST',
  path: '/api/zones/:zone/tailored-plans/:id/confirm',
  permission: 'tailored.confirm',
  effect: 'write',
  summary: { zh: '确认一企一策', en: 'Confirm a tailored plan' },
  input: z.strictObject(addressed),
  output: TailoredPlan,
})

export const reportItem = endpoint({
  name: 'tailored.reportItem',
  method: 'POST',
  path: '/api/zones/:zone/tailored-plans/:id/report',
  permission: 'tailored.report',
  effect: 'write',
  summary: { zh: '报告事项结果', en: 'Report an item as done or dropped' },
  input: z.strictObject({ ...addressed, item: z.uuid(), state: z.enum(['done', 'dropped']), result: words }),
  output: TailoredPlan,
})

export const closePlan = endpoint({
  name: 'tailored.closePlan',
  method: 'POST',
  path: '/api/zones/:zone/tailored-plans/:id/close',
  permission: 'tailored.confirm',
  effect: 'write',
  summary: { zh: '办结一企一策', en: 'Close a tailored plan with its outcome' },
  input: z.strictObject({ ...addressed, outcome: words }),
  output: TailoredPlan,
})
