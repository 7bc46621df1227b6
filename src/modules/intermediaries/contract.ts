import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import type { Label } from '../../kernel/label.ts'

const Bilingual = z.object({ zh: z.string(), en: z.string() })
const Day = z.string()
const zone = z.string()

/** 中介委托: a paper of a project's plan that an intermediary is asked for. */
export const assignmentStates = ['assigned', 'working', 'delivered', 'declined', 'withdrawn'] as const
export type AssignmentState = (typeof assignmentStates)[number]
export const assignmentLabels: Readonly<Record<AssignmentState, Label>> = {
  assigned: { zh: '待接单', en: 'To be taken up' },
  working: { zh: '办理中', en: 'In work' },
  delivered: { zh: '已提交', en: 'Delivered' },
  declined: { zh: '不接', en: 'Declined' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
}
export const assignmentVerbs = ['work', 'deliver', 'decline', 'withdraw'] as const
export type AssignmentVerb = (typeof assignmentVerbs)[number]

export const Assignment = z.object({
  id: z.string(),
  version: z.number().int(),
  /** Of the project the intermediary learns its name and no more. */
  project: z.object({ id: z.string(), name: z.string() }),
  client: z.string(),
  intermediary: z.string(),
  ref: z.string(),
  paper: Bilingual,
  state: z.enum(assignmentStates),
  since: Day,
  /** In work until this day, as the intermediary says. */
  untilOn: Day.nullable(),
  note: z.string().nullable(),
  /** By when the plan needs it today; null where the plan does not say. */
  neededOn: Day.nullable(),
  /** The matter that waits for it, and the working days by which that may slip before the end moves; null: the plan does not say. */
  neededBy: Bilingual.nullable(),
  slack: z.number().nullable(),
  late: z.boolean(),
  steps: z.array(z.enum(assignmentVerbs)),
  sample: z.boolean(),
})
export type Assignment = z.infer<typeof Assignment>

export const listAssignments = endpoint({
  name: 'intermediaries.listAssignments',
  method: 'GET',
  path: '/api/zones/:zone/assignments',
  permission: 'intermediaries.read',
  effect: 'read',
  summary: { zh: '中介委托：等我的材料', en: 'Papers that are asked of an intermediary' },
  input: z.object({ zone, project: z.uuid().optional() }),
  output: z.object({ assignments: z.array(Assignment) }),
})

export const listAssignable = endpoint({
  name: 'intermediaries.listAssignable',
  method: 'GET',
  path: '/api/zones/:zone/projects/:project/assignable-papers',
  permission: 'intermediaries.assign',
  effect: 'read',
  summary: { zh: '方案中可委托中介的材料与可选机构', en: 'Papers of the plan that may be assigned, and to whom' },
  input: z.object({ zone, project: z.uuid() }),
  output: z.object({
    papers: z.array(z.object({ ref: z.string(), name: Bilingual, neededOn: Day.nullable() })),
    intermediaries: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
})

export const assignPaper = endpoint({
  name: 'intermediaries.assignPaper',
  method: 'POST',
  path: '/api/zones/:zone/assignments',
  permission: 'intermediaries.assign',
  effect: 'write',
  summary: { zh: '委托中介办一份材料', en: 'Assign an intermediary to a paper' },
  input: z.strictObject({
    zone,
    project: z.uuid(),
    ref: z.string().min(1).max(100),
    intermediary: z.uuid(),
    note: z.string().trim().max(1000).nullable().default(null),
  }),
  output: Assignment,
})

const base = z.strictObject({ zone, id: z.uuid(), version: z.number().int() })
const words = z.string().trim().min(1).max(1000)

export const workOnPaper = endpoint({
  ...stepOf('work', 'intermediaries.answer', { zh: '接单并告知办到哪天', en: 'Take it up, until a day' }),
  input: base.extend({ untilOn: z.iso.date() }),
  output: Assignment,
})
export const deliverPaper = endpoint({
  ...stepOf('deliver', 'intermediaries.answer', { zh: '提交材料', en: 'Deliver the paper' }),
  input: base.extend({ fileId: z.uuid(), validUntil: z.iso.date().nullable().default(null) }),
  output: Assignment,
})
export const declinePaper = endpoint({
  ...stepOf('decline', 'intermediaries.answer', { zh: '不接', en: 'Decline' }),
  input: base.extend({ reason: words }),
  output: Assignment,
})
export const withdrawAssignment = endpoint({
  ...stepOf('withdraw', 'intermediaries.assign', { zh: '撤回委托', en: 'Withdraw the assignment' }),
  input: base.extend({ reason: words }),
  output: Assignment,
})

function stepOf(verb: AssignmentVerb, permission: `intermediaries.${string}`, summary: Label) {
  const path = `/api/zones/:zone/assignments/:id/${verb}`
  return { name: `intermediaries.${verb}`, method: 'POST', path, permission, effect: 'write', summary } as const
}
