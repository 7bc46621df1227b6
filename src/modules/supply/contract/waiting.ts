import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { criteria, type demandStates, keyLevels } from './words.ts'

const zone = z.string()
const Named = z.object({ id: z.string(), name: z.string() })

const WaitingLine = z.object({
  id: z.string(),
  version: z.int(),
  title: z.string(),
  project: Named.nullable(),
  areaSqm: z.int(),
  keyLevel: z.enum(keyLevels).nullable(),
  appliedOn: z.string(),
  rank: z.int(),
  points: z.number(),
  reached: z.boolean(),
  leftSqm: z.int(),
  reasons: z.array(
    z.object({ criterion: z.enum(criteria), value: z.number().nullable(), points: z.number(), of: z.number() }),
  ),
})

/** One decision on a demand, and who moved by it. */
const DemandAct = z.object({
  id: z.string(),
  verb: z.enum(['allocate', 'drop', 'defer', 'resume']),
  demand: z.string(),
  on: z.string(),
  by: z.string(),
  reason: z.string(),
  parcel: Named.nullable(),
  moves: z.array(
    z.object({
      title: z.string(),
      fromRank: z.int(),
      toRank: z.int(),
      reachedBefore: z.boolean(),
      reachedAfter: z.boolean(),
    }),
  ),
})

export const Waiting = z.object({
  year: z.int(),
  /** m² of the year's plan that nobody has yet. */
  availableSqm: z.int(),
  parcels: z.array(z.object({ id: z.string(), name: z.string(), areaSqm: z.int() })),
  weights: z.array(
    z.object({
      criterion: z.enum(criteria),
      points: z.number(),
      zeroAt: z.number(),
      fullAt: z.number(),
      source: z.string(),
    }),
  ),
  lines: z.array(WaitingLine),
  deferred: z.array(
    z.object({ id: z.string(), version: z.int(), title: z.string(), areaSqm: z.int(), appliedOn: z.string() }),
  ),
  acts: z.array(DemandAct),
})
export type Waiting = z.infer<typeof Waiting>

export const getWaiting = endpoint({
  name: 'supply.getWaiting',
  method: 'GET',
  path: '/api/zones/:zone/land-waiting',
  permission: 'supply.read',
  effect: 'read',
  summary: { zh: '分级梯度保障：排队名次、理由、谁因谁变动', en: 'Waiting list for land: ranks, reasons, who moved' },
  input: z.strictObject({ zone }),
  output: Waiting,
})

const one = { zone, id: z.uuid(), version: z.int(), reason: z.string().trim().min(1).max(1000) }
const step = { method: 'POST', permission: 'supply.decide', effect: 'write', output: Waiting } as const
const path = '/api/zones/:zone/land-demands/:id' as const

export const demandDoors = {
  allocate: endpoint({
    ...{ ...step, name: 'supply.allocate', path: `${path}/allocate` },
    summary: { zh: '安排地块', en: 'Allocate a parcel' },
    input: z.strictObject({ ...one, parcel: z.uuid() }),
  }),
  drop: endpoint({
    ...{ ...step, name: 'supply.drop', path: `${path}/drop` },
    summary: { zh: '退出排队', en: 'Drop from the list' },
    input: z.strictObject(one),
  }),
  defer: endpoint({
    ...{ ...step, name: 'supply.defer', path: `${path}/defer` },
    summary: { zh: '暂缓', en: 'Defer' },
    input: z.strictObject(one),
  }),
  resume: endpoint({
    ...{ ...step, name: 'supply.resume', path: `${path}/resume` },
    summary: { zh: '恢复排队', en: 'Take up again' },
    input: z.strictObject(one),
  }),
}
export type DemandVerb = keyof typeof demandDoors
export const demandVerbs = ['allocate', 'drop', 'defer', 'resume'] as const satisfies readonly DemandVerb[]

export const demandSteps: Readonly<
  Record<DemandVerb, { readonly from: (typeof demandStates)[number]; readonly to: (typeof demandStates)[number] }>
> = {
  allocate: { from: 'waiting', to: 'allocated' },
  drop: { from: 'waiting', to: 'dropped' },
  defer: { from: 'waiting', to: 'deferred' },
  resume: { from: 'deferred', to: 'waiting' },
}
