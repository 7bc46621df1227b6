import { z } from 'zod'
import type { Endpoint } from '../../../kernel/endpoint.ts'
import { assess, confirm, drawUp, type ProjectBill, refund, report, waive } from '../../../modules/bills/contract.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'
import { type Act, refOf, type Stage, type Telling } from '../script.ts'

const doors = { assess, report, confirm, waive, refund }

const Told = z.strictObject({
  note: z.string(),
  bills: z.array(
    z.strictObject({
      project: z.string(),
      /** Drawn up on this day. */
      on: Before,
      acts: z.array(
        z.strictObject({
          verb: z.enum(['assess', 'report', 'confirm', 'waive', 'refund']),
          /** Codes of the fees: one, but for what is done for several at once. */
          fees: z.array(z.string()).min(1),
          on: Before,
          by: z.string(),
          amount: z.string().optional(),
          basis: z.string().optional(),
          reason: z.string().optional(),
          receipt: z.string().optional(),
          number: z.string().optional(),
        }),
      ),
    }),
  ),
})
type Told = z.infer<typeof Told>
type Told1 = Told['bills'][number]

/** Bills of projects: drawn up from the plan, then what became of their lines. */
function acts(telling: Telling, { bills }: Told): Act[] {
  return bills.flatMap((bill) => billActs(telling, bill))
}

function billActs({ days }: Telling, { project, on, acts: told }: Told1): Act[] {
  const place = `project:${project}`
  return [
    {
      ...{ key: `bill:${project}`, at: days.at(on, 1080), by: 'officer' },
      run: async ({ call, id }) => linesOf(project, await call(drawUp, { project: id(place) })),
    },
    ...told.map(({ verb, fees, on: day, by, ...form }, i): Act => {
      const lines = (stage: Stage) => fees.map((fee) => refOf(stage.ref(nameOf(project, fee))))
      return {
        ...{ key: `bill:${project}/${i + 1}-${verb}`, at: days.at(day, 1090 + i), by },
        run: async (stage) => {
          // The door of every verb has its own input, checked by the door's schema.
          const door = doors[verb] as unknown as Endpoint<Readonly<Record<string, unknown>>, ProjectBill>
          const several = verb === 'report' || verb === 'confirm'
          const which = several ? { project: stage.id(place), lines: lines(stage) } : lines(stage)[0]
          return linesOf(project, await stage.call(door, { ...which, ...form }))
        },
      }
    }),
  ]
}

const nameOf = (project: string, fee: string): string => `bill-line:${project}/${fee}`

function linesOf(project: string, { lines }: ProjectBill) {
  return Object.fromEntries(lines.map((line) => [nameOf(project, line.code), refOf(line)]))
}

export const part = demoPart({ schema: Told, acts })
