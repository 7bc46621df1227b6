import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { RatingGrade } from '../ratings/contract/rating.ts'
import { type FaultVerb, kinds, payers, states, urgencies, verbLabels, verbs } from './contract/words.ts'

const zone = z.string()
const base = '/api/zones/:zone/upkeep'
const words = z.string().trim().min(1).max(1000)
const Named = z.object({ id: z.string(), name: z.string() })

/** A fault as it stands now: limits and lateness are derived from its acts and the zone's rule. */
export const FaultView = z.object({
  id: z.string(),
  version: z.int(),
  title: z.string(),
  building: Named,
  unit: Named.nullable(),
  place: z.string().nullable(),
  kind: z.enum(kinds),
  urgency: z.enum(urgencies),
  state: z.enum(states),
  enterprise: Named.nullable(),
  reportedAt: z.string(),
  /** Null: no rule holds for its urgency, or it is over. */
  dueAt: z.string().nullable(),
  /** Whole hours past that; 0: in time. */
  hoursLate: z.int(),
  handler: z.string().nullable(),
  outcome: z.string().nullable(),
  cost: z.string().nullable(),
  payer: z.enum(payers).nullable(),
  grade: z.int().nullable(),
  /** What the caller may do now. */
  may: z.array(z.enum(verbs)),
  acts: z.array(z.object({ verb: z.enum(verbs), at: z.string(), by: z.string(), words: z.string().nullable() })),
  sample: z.boolean(),
})
export type FaultView = z.infer<typeof FaultView>

export const readUpkeep = endpoint({
  name: 'upkeep.readUpkeep',
  method: 'GET',
  path: base,
  permission: 'upkeep.follow',
  effect: 'read',
  summary: { zh: '报修，晚的在前；企业只看自己的', en: 'Faults, the late ones first; an enterprise sees its own' },
  input: z.strictObject({ zone }),
  output: z.object({
    faults: z.array(FaultView),
    /** Where the caller may report: everywhere for the zone's people, what they have on lease for an enterprise. */
    places: z.array(z.object({ building: Named, units: z.array(Named) })),
    /** Urgencies for which no limit holds. */
    unruled: z.array(z.enum(urgencies)),
  }),
})

export const reportFault = endpoint({
  name: 'upkeep.report',
  method: 'POST',
  path: base,
  permission: 'upkeep.report',
  effect: 'write',
  summary: { zh: '报修', en: 'Reported' },
  input: z.strictObject({
    zone,
    title: z.string().trim().min(1).max(150),
    building: z.uuid(),
    unit: z.uuid().nullable(),
    place: z.string().trim().min(1).max(100).nullable(),
    kind: z.enum(kinds),
    urgency: z.enum(urgencies),
    /** Pictures that the caller has uploaded and not hung anywhere yet. */
    files: z.array(z.uuid()).max(9),
  }),
  output: FaultView,
})

const one = z.strictObject({ zone, id: z.uuid(), version: z.int() })

function step(verb: FaultVerb, permission: 'upkeep.work' | 'upkeep.report') {
  return {
    name: `upkeep.${verb}`,
    method: 'POST',
    path: `${base}/:id/${verb}`,
    permission,
    effect: 'write',
    summary: verbLabels[verb],
    output: FaultView,
  } as const
}

/** The door of every verb, each with its own input. */
export const doors = {
  take: endpoint({ ...step('take', 'upkeep.work'), input: one.extend({ handler: z.string().trim().min(1).max(80) }) }),
  finish: endpoint({
    ...step('finish', 'upkeep.work'),
    input: one.extend({
      words,
      cost: z.string().regex(/^\d{1,13}(\.\d{1,2})?$/),
      payer: z.enum(payers),
      /** Clause of the lease or the lessee's fault: needed where the lessee pays. */
      because: words.nullable(),
    }),
  }),
  drop: endpoint({ ...step('drop', 'upkeep.work'), input: one.extend({ words }) }),
  rate: endpoint({
    ...step('rate', 'upkeep.report'),
    input: one.extend({ grade: RatingGrade, words: words.nullable() }),
  }),
  reopen: endpoint({ ...step('reopen', 'upkeep.report'), input: one.extend({ words }) }),
}
