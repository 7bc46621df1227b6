import { z } from 'zod'
import type { Endpoint } from '../../../kernel/endpoint.ts'
import { Topic, verbs } from '../../../modules/bottlenecks/contract/topic.ts'
import { type Bottleneck, doors, raiseBottleneck } from '../../../modules/bottlenecks/contract.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'
import { type Act, refOf, type Telling } from '../script.ts'

const Told = z.strictObject({
  note: z.string(),
  bottlenecks: z.array(
    z.strictObject({
      project: z.string(),
      title: z.string(),
      topic: Topic,
      owner: z.string(),
      on: Before,
      days: z.int().optional(),
      steps: z
        .array(
          z.strictObject({
            verb: z.enum(verbs),
            on: Before,
            by: z.string(),
            words: z.string(),
            owner: z.string().optional(),
            days: z.int().optional(),
          }),
        )
        .default([]),
    }),
  ),
})
type Told = z.infer<typeof Told>

function actsOf({ days }: Telling, told: Told['bottlenecks'][number], i: number): Act[] {
  const name = `bottleneck:${i}`
  const { project, title, topic, owner, on, days: limit, steps } = told
  return [
    {
      ...{ key: name, at: days.at(on, 640 + i), by: 'agent' },
      run: async ({ call, id }) => {
        const input = { project: id(project), title, topic, owner: id(`person:${owner}`), days: limit }
        return { [name]: refOf(await call(raiseBottleneck, input)) }
      },
    },
    ...steps.map(
      ({ verb, on: day, by, words, owner: next, days: more }, n): Act => ({
        ...{ key: `${name}/${n + 1}-${verb}`, at: days.at(day, 680 + i), by },
        run: async ({ call, ref, id }) => {
          const form = {
            words,
            ...(next !== undefined && { owner: id(`person:${next}`) }),
            ...(more && { days: more }),
          }
          // The door of every verb has its own input, checked by the door's schema.
          const door: Endpoint<unknown, Bottleneck> = doors[verb]
          return { [name]: refOf(await call(door, { ...refOf(ref(name)), ...form })) }
        },
      }),
    ),
  ]
}

/** What held projects up, and how it went on. */
export const part = demoPart<Told>({
  schema: Told,
  acts: (telling, { bottlenecks }) => bottlenecks.flatMap((one, i) => actsOf(telling, one, i)),
})
