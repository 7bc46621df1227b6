import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { actLabels, states, Topic, type Verb, verbs } from './contract/topic.ts'

const zone = z.string()
const Level = z.union([z.literal(1), z.literal(2), z.literal(3)])
const base = '/api/zones/:zone/bottlenecks'
const words = z.string().trim().min(1).max(1000)

/** What holds a project up. Due day and lateness are derived for today from the acts. */
export const Bottleneck = z.object({
  id: z.string(),
  version: z.int(),
  project: z.object({ id: z.string(), name: z.string() }),
  title: z.string(),
  topic: Topic,
  state: z.enum(states),
  level: Level,
  owner: z.object({ id: z.string(), name: z.string() }),
  raisedOn: z.string(),
  dueOn: z.string().nullable(),
  /** Working days over the due day of its level. */
  late: z.int(),
  outcome: z.string().nullable(),
  /** What the caller may do now. */
  may: z.array(z.enum(verbs)),
  acts: z.array(
    z.object({
      verb: z.enum(['raise', ...verbs]),
      on: z.string(),
      by: z.string(),
      level: Level,
      owner: z.string(),
      days: z.int().nullable(),
      words: z.string().nullable(),
    }),
  ),
  sample: z.boolean(),
})
export type Bottleneck = z.infer<typeof Bottleneck>

export const listBottlenecks = endpoint({
  name: 'bottlenecks.listBottlenecks',
  method: 'GET',
  path: base,
  permission: 'bottlenecks.read',
  effect: 'read',
  summary: { zh: '堵点清单，晚的和级别高的在前', en: 'Bottlenecks, the latest and highest first' },
  input: z.strictObject({
    zone,
    project: z.uuid().optional(),
    /** Owned by the caller's person. */
    mine: z.stringbool().optional(),
    open: z.stringbool().optional(),
  }),
  output: z.object({ bottlenecks: z.array(Bottleneck) }),
})

export const raiseBottleneck = endpoint({
  name: 'bottlenecks.raise',
  method: 'POST',
  path: base,
  permission: 'bottlenecks.raise',
  effect: 'write',
  summary: actLabels.raise,
  input: z.strictObject({
    zone,
    project: z.uuid(),
    title: z.string().trim().min(1).max(200),
    topic: Topic,
    owner: z.uuid(),
    /** Working days; as the rules give them when absent. */
    days: z.int().min(1).max(250).optional(),
  }),
  output: Bottleneck,
})

const one = z.strictObject({ zone, id: z.uuid(), version: z.int() })

function step(verb: Verb, permission: 'bottlenecks.work' | 'bottlenecks.escalate') {
  return {
    name: `bottlenecks.${verb}`,
    method: 'POST',
    path: `${base}/:id/${verb}`,
    permission,
    effect: 'write',
    summary: actLabels[verb],
    output: Bottleneck,
  } as const
}

/** The door of every verb, each with its own input. */
export const doors = {
  assign: endpoint({ ...step('assign', 'bottlenecks.work'), input: one.extend({ owner: z.uuid(), words }) }),
  escalate: endpoint({ ...step('escalate', 'bottlenecks.work'), input: one.extend({ words }) }),
  extend: endpoint({
    ...step('extend', 'bottlenecks.escalate'),
    input: one.extend({ days: z.int().min(1).max(250), words }),
  }),
  solve: endpoint({ ...step('solve', 'bottlenecks.work'), input: one.extend({ words }) }),
  reopen: endpoint({ ...step('reopen', 'bottlenecks.work'), input: one.extend({ words }) }),
  drop: endpoint({ ...step('drop', 'bottlenecks.escalate'), input: one.extend({ words }) }),
}
