import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { elements } from './contract/need.ts'

const zone = z.string()

export const states = ['unpromised', 'promised', 'late', 'delivered'] as const

/** A need with what was promised and what has come; all of one unit. `late`: a promise or the need itself has passed. */
export const Guarantee = z.object({
  id: z.string(),
  project: z.object({ id: z.string(), name: z.string() }),
  title: z.string(),
  element: z.enum(elements),
  unit: z.string(),
  needed: z.number(),
  promised: z.number(),
  delivered: z.number(),
  /** Still to be promised, and still to come. */
  gap: z.number(),
  outstanding: z.number(),
  neededOn: z.string(),
  /** Last day of the promises that are not all delivered; null: none. */
  promisedBy: z.string().nullable(),
  state: z.enum(states),
  entries: z.array(
    z.object({
      kind: z.enum(['promise', 'delivery']),
      quantity: z.number(),
      on: z.string(),
      dueOn: z.string().nullable(),
      department: z.string(),
      document: z.string(),
      by: z.string(),
    }),
  ),
  sample: z.boolean(),
})
export type Guarantee = z.infer<typeof Guarantee>

export const listGuarantees = endpoint({
  name: 'guarantees.listGuarantees',
  method: 'GET',
  path: '/api/zones/:zone/guarantees',
  permission: 'guarantees.read',
  effect: 'read',
  summary: { zh: '要素保障：需求、承诺、到位和缺口', en: 'Elements: need, promise, delivery and gap' },
  input: z.strictObject({ zone, project: z.uuid().optional() }),
  output: z.object({ guarantees: z.array(Guarantee) }),
})

const entry = {
  zone,
  id: z.uuid(),
  quantity: z.number().positive().max(1e12).multipleOf(0.01),
  department: z.uuid(),
  /** Number of the letter, contract or receipt. */
  document: z.string().trim().min(1).max(200),
}

export const promiseElement = endpoint({
  name: 'guarantees.promise',
  method: 'POST',
  path: '/api/zones/:zone/element-needs/:id/promise',
  permission: 'guarantees.promise',
  effect: 'write',
  summary: { zh: '承诺保障', en: 'Promise' },
  input: z.strictObject({ ...entry, dueOn: z.iso.date() }),
  output: Guarantee,
})

export const deliverElement = endpoint({
  name: 'guarantees.deliver',
  method: 'POST',
  path: '/api/zones/:zone/element-needs/:id/deliver',
  permission: 'guarantees.promise',
  effect: 'write',
  summary: { zh: '要素到位', en: 'Delivered' },
  input: z.strictObject({ ...entry, happenedOn: z.iso.date() }),
  output: Guarantee,
})
