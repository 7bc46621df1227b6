import { z } from 'zod'
import { decideProposal, propose } from '../../../modules/proposals/contract.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'
import { type Act, refOf, type Telling } from '../script.ts'

const Told = z.strictObject({
  note: z.string(),
  proposals: z.array(
    z.strictObject({
      by: z.string(),
      on: Before,
      kind: z.string(),
      values: z.record(z.string(), z.unknown()),
      reason: z.string(),
      decided: z.strictObject({ on: Before, accept: z.boolean(), reason: z.string() }).optional(),
    }),
  ),
})
type Told = z.infer<typeof Told>

/** What enterprises propose of themselves, and what an officer made of it. */
function acts({ days }: Telling, { proposals }: Told): Act[] {
  return proposals.flatMap(({ by, on, decided, ...proposed }, i): Act[] => {
    const name = `proposal:${i}`
    const made: Act = {
      ...{ key: name, at: days.at(on, 600 + i), by },
      run: async ({ call }) => ({ [name]: refOf(await call(propose, { ...proposed, fileId: null })) }),
    }
    if (decided === undefined) return [made]
    return [
      made,
      {
        ...{ key: `${name}/decided`, at: days.at(decided.on, 620 + i), by: 'officer' },
        run: async ({ call, ref }) => {
          const { accept, reason } = decided
          await call(decideProposal, { ...refOf(ref(name)), accept, reason, confidence: 'P' })
          return {}
        },
      },
    ]
  })
}

/** @public Found by its folder. */
export const part = demoPart({ schema: Told, acts })
