import { z } from 'zod'
import { recordEndpoints } from '../../../kernel/record-endpoints.ts'
import { Cause } from '../../../modules/projects/contract/stage.ts'
import { notYetLabels, planLabels } from '../../../modules/stalls/contract/not-yet.ts'
import { stall } from '../../../modules/stalls/contract/stall.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'
import { kept } from '../script.ts'

type Key<T> = keyof T & string
const named = <T extends object>(labels: T) => z.enum(Object.keys(labels) as [Key<T>, ...Key<T>[]])

const Told = z.strictObject({
  note: z.string(),
  stalls: z.array(
    z.strictObject({
      project: z.string(),
      title: z.string(),
      notYet: named(notYetLabels),
      cause: Cause,
      plan: named(planLabels),
      measure: z.string(),
      owner: z.string(),
      on: Before,
      due: Before,
    }),
  ),
})

const create = recordEndpoints(stall).create

/** Projects that stand still, and what is done about them. */
export const part = demoPart<z.infer<typeof Told>>({
  schema: Told,
  acts: ({ days }, { stalls }) =>
    stalls.map(({ project, owner, on, due, ...told }, i) => ({
      ...{ key: `stall:${i}`, at: days.at(on, 870 + i), by: 'officer' },
      run: async ({ call, id }) => {
        const places = { projectId: id(project), ownerId: id(`person:${owner}`) }
        return kept(
          `stall:${i}`,
          await call(create, { ...told, ...places, foundOn: days.day(on), dueOn: days.day(due) }),
        )
      },
    })),
})
