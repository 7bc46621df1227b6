import { z } from 'zod'
import { recordEndpoints } from '../../../kernel/record-endpoints.ts'
import * as contract from '../../../modules/followups/contract.ts'
import { Department } from '../../../modules/organisation/contract/department.ts'
import type { Refs } from '../../../platform/demo/acts.ts'
import { demoPart } from '../part.ts'
import { type Act, foundation, kept, refOf, type Stage } from '../script.ts'

const key = z.string().regex(/^[a-z][a-z0-9-]*$/)
const Before = z.int().max(-1)

const Step = z.strictObject({
  verb: z.enum(['acknowledge', 'answer', 'accept', 'sendBack', 'urge']),
  on: Before,
  by: key,
  words: z.string().optional(),
  days: z.int().optional(),
})

const Told = z.strictObject({
  note: z.string(),
  /** Day on which the zone takes the shipped rules of escalation over. */
  rulesOn: Before,
  /** Department and the person who heads it. */
  heads: z.array(z.tuple([key, key])),
  orders: z.array(
    z.strictObject({
      key,
      sentence: z.string(),
      task: z.string(),
      to: key,
      project: key.optional(),
      on: Before,
      workdays: z.int(),
      steps: z.array(Step).default([]),
    }),
  ),
})
type Told = z.infer<typeof Told>
type Order = Told['orders'][number]

const inTheMorning = 560

/** Orders of the leader in several states, each step by whoever takes it. */
export const part = demoPart<Told>({
  schema: Told,
  acts: ({ days }, { heads, orders, rulesOn }) => [
    { key: 'escalation-rules', at: days.at(rulesOn, 540), by: 'admin', run: adopted },
    ...heads.map(
      ([department, person]): Act => ({
        key: `head:${department}`,
        at: days.at(foundation + 1, inTheMorning),
        by: 'admin',
        run: async ({ call, id, ref }) => {
          const fields = { ...refOf(ref(`department:${department}`)), headId: id(`person:${person}`) }
          return kept(`department:${department}`, await call(recordEndpoints(Department).update, fields))
        },
      }),
    ),
    ...orders.flatMap((order) => [
      issued(days.at(order.on, inTheMorning), order),
      ...order.steps.map((_, i) => stepped(days, order, i)),
    ]),
  ],
})

async function adopted({ call }: Stage): Promise<Refs> {
  await call(contract.adoptRules, {})
  return {}
}

function issued(at: Date, { key: name, sentence, task, to, project, workdays }: Order): Act {
  return {
    key: `follow-up:${name}`,
    at,
    by: 'leader',
    run: async ({ call, id }) => {
      const subject = project === undefined ? null : { kind: 'projects.project' as const, id: id(`project:${project}`) }
      const addressee = { kind: 'person' as const, id: id(`person:${to}`) }
      const made = await call(contract.issueFollowUp, {
        sentence,
        task,
        to: addressee,
        workdays,
        subject,
        dueOn: undefined,
      })
      return { [`follow-up:${name}`]: refOf(made) }
    },
  }
}

function stepped(days: { at: (before: number, minutes: number) => Date }, { key: name, steps }: Order, i: number): Act {
  const { verb, on, by, words, days: more } = steps[i] as Order['steps'][number]
  return {
    key: `follow-up:${name}/${i + 1}-${verb}`,
    at: days.at(on, inTheMorning + 30 + i),
    by,
    run: async ({ call, ref }) => {
      const own = refOf(ref(`follow-up:${name}`))
      const done =
        verb === 'answer'
          ? await call(contract.answer, { ...own, words: words ?? '' })
          : verb === 'sendBack'
            ? await call(contract.sendBack, { ...own, words: words ?? '', days: more ?? 1 })
            : await call(contract.stepDoors[verb], own)
      return { [`follow-up:${name}`]: refOf(done) }
    },
  }
}
