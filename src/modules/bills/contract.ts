import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { Confidence } from '../matters/contract/catalogue.ts'
import { type LineVerb, lineStates, lineSteps, lineVerbs } from './contract/steps.ts'

const zone = z.string()
const Bilingual = z.object({ zh: z.string(), en: z.string() })
/** Yuan as a decimal string. */
const Yuan = z.string()

/** One line of a project's bill. */
export const BillLine = z.object({
  id: z.string(),
  version: z.number().int(),
  code: z.string(),
  name: Bilingual,
  matter: z.object({ code: z.string(), name: Bilingual }),
  kind: z.enum(['price', 'tax', 'fee']),
  amount: Yuan.nullable(),
  /** Facts that the amount, or the waiver, still needs. */
  missing: z.array(z.string()),
  basis: z.string(),
  confidence: Confidence,
  assessedBasis: z.string().nullable(),
  state: z.enum(lineStates),
  paidOn: z.string().nullable(),
  paid: Yuan.nullable(),
  receipt: z.string().nullable(),
  paymentFileId: z.string().nullable(),
  paymentNumber: z.string().nullable(),
  waivedByRule: z.boolean(),
  waiverBasis: z.string().nullable(),
  waiverFileId: z.string().nullable(),
  waivedOn: z.string().nullable(),
  refunded: Yuan,
  refundedOn: z.string().nullable(),
  refundFileId: z.string().nullable(),
  refundNumber: z.string().nullable(),
  reason: z.string().nullable(),
  lastOn: z.string(),
  lastBy: z.string(),
  /** What the caller may do now, by the table of steps. */
  steps: z.array(z.enum(lineVerbs)),
  sample: z.boolean(),
})
export type BillLine = z.infer<typeof BillLine>

/** The one bill of a project (收费统一办). */
export const ProjectBill = z.object({
  project: z.object({ id: z.string(), name: z.string() }),
  lines: z.array(BillLine),
  totals: z.object({
    /** Known and neither paid nor waived, reported ones included. */
    due: Yuan,
    reported: Yuan,
    paid: Yuan,
    waived: Yuan,
    refunded: Yuan,
    /** Lines whose amount is not known: the total is a lower bound. */
    unknown: z.number().int(),
  }),
  /** The caller may draw it up from the plan. */
  mayDrawUp: z.boolean(),
})
export type ProjectBill = z.infer<typeof ProjectBill>

export const getBill = endpoint({
  name: 'bills.getBill',
  method: 'GET',
  path: '/api/zones/:zone/projects/:project/bill',
  permission: 'bills.read',
  effect: 'read',
  summary: { zh: '项目的一张账单', en: 'The one bill of a project' },
  input: z.strictObject({ zone, project: z.uuid() }),
  output: ProjectBill,
})

/** Lines of the plan's bill come in, their amounts are made new as long as nobody has decided on them; again, it changes nothing. */
export const drawUp = endpoint({
  name: 'bills.drawUp',
  method: 'POST',
  path: '/api/zones/:zone/projects/:project/bill',
  permission: 'bills.drawUp',
  effect: 'write',
  summary: { zh: '按方案开立或更新账单', en: 'Draw up the bill from the plan, or bring it up to date' },
  input: z.strictObject({ zone, project: z.uuid() }),
  output: ProjectBill,
})

const text = (max: number) => z.string().trim().min(1).max(max)
const amount = z.string().regex(/^\d{1,13}(\.\d{1,2})?$/)
/** At least one of them. */
const evidence = { fileId: z.uuid().nullable().default(null), number: text(80).optional() }
const onDay = z.iso.date().optional()
const one = z.strictObject({ zone, id: z.uuid(), version: z.int(), happenedOn: onDay })
const several = z.strictObject({
  zone,
  project: z.uuid(),
  lines: z
    .array(z.strictObject({ id: z.uuid(), version: z.int() }))
    .min(1)
    .max(100),
  happenedOn: onDay,
})

export const report = endpoint({
  ...together('report'),
  /** One proof for all these lines, a file or the number of the transfer; `happenedOn`: when it was paid. */
  input: several.extend(evidence),
  output: ProjectBill,
})
export const confirm = endpoint({
  ...together('confirm'),
  input: several.extend({ receipt: text(80) }),
  output: ProjectBill,
})
export const reject = endpoint({
  ...together('reject'),
  input: several.extend({ reason: text(500) }),
  output: ProjectBill,
})

export const assess = endpoint({
  ...alone('assess'),
  input: one.extend({ amount, basis: text(500) }),
  output: ProjectBill,
})
export const waive = endpoint({
  ...alone('waive'),
  input: one.extend({ basis: text(500), fileId: z.uuid().nullable().default(null) }),
  output: ProjectBill,
})
export const refund = endpoint({
  ...alone('refund'),
  input: one.extend({ amount, reason: text(500), ...evidence }),
  output: ProjectBill,
})

function head(verb: LineVerb) {
  const { permission, label } = lineSteps[verb]
  return { name: `bills.${verb}`, method: 'POST', permission, effect: 'write', summary: label } as const
}

/** `POST /api/zones/:zone/projects/:project/bill/<verb>`: all of the lines or none. */
function together(verb: LineVerb) {
  return { ...head(verb), path: `/api/zones/:zone/projects/:project/bill/${verb}` } as const
}

function alone(verb: LineVerb) {
  return { ...head(verb), path: `/api/zones/:zone/bill-lines/:id/${verb}` } as const
}
