import { z } from 'zod'
import { makeProgressCode } from '../../../modules/following/contract.ts'
import { assignPaper, declinePaper, workOnPaper } from '../../../modules/intermediaries/contract.ts'
import { demoPart } from '../part.ts'
import { type Act, refOf, type Telling } from '../script.ts'

const day = z.int().max(-1).min(-450)

/** Papers that are asked of intermediaries, and progress codes of projects. */
const Told = z.strictObject({
  assignments: z.array(
    z.strictObject({
      project: z.string(),
      ref: z.string(),
      to: z.string(),
      by: z.string(),
      on: day,
      note: z.string().optional(),
      /** Taken up on a day, for so many working days before the demonstration; or declined. */
      working: z.strictObject({ by: z.string(), on: day, until: day }).optional(),
      declined: z.strictObject({ by: z.string(), on: day, reason: z.string() }).optional(),
    }),
  ),
  codes: z.array(z.strictObject({ project: z.string(), by: z.string(), on: day })),
})

function assignmentActs({ days }: Telling, told: z.infer<typeof Told>['assignments'][number]): Act[] {
  const { project, ref: paper, to, by, on, note, working, declined } = told
  const name = `assignment:${project}/${paper}/${-on}`
  const acts: Act[] = [
    {
      key: name,
      at: days.at(on, 560),
      by,
      run: async ({ call, id }) => {
        const input = { project: id(`project:${project}`), ref: paper, intermediary: id(`enterprise:${to}`) }
        return { [name]: refOf(await call(assignPaper, { ...input, note: note ?? null })) }
      },
    },
  ]
  if (working) {
    acts.push({
      key: `${name}/work`,
      at: days.at(working.on, 640),
      by: working.by,
      run: async ({ call, ref }) => ({
        [name]: refOf(await call(workOnPaper, { ...refOf(ref(name)), untilOn: days.day(working.until) })),
      }),
    })
  }
  if (declined) {
    acts.push({
      key: `${name}/decline`,
      at: days.at(declined.on, 650),
      by: declined.by,
      run: async ({ call, ref }) => ({
        [name]: refOf(await call(declinePaper, { ...refOf(ref(name)), reason: declined.reason })),
      }),
    })
  }
  return acts
}

export const part = demoPart({
  schema: Told,
  acts: (telling, { assignments, codes }) => [
    ...assignments.flatMap((one) => assignmentActs(telling, one)),
    ...codes.map(
      ({ project, by, on }): Act => ({
        key: `progress-code:${project}`,
        at: telling.days.at(on, 700),
        by,
        run: async ({ call, id }) => {
          await call(makeProgressCode, { project: id(`project:${project}`) })
          return {}
        },
      }),
    ),
  ],
})
