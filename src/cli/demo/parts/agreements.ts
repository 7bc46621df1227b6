import { z } from 'zod'
import { proposeAgreement, sign, signForZone } from '../../../modules/agreements/contract.ts'
import { scenarioNames } from '../../../modules/plans/contract/scenario.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'
import { type Act, refOf, type Telling } from '../script.ts'

const Told = z.strictObject({
  note: z.string(),
  agreements: z.array(
    z.strictObject({
      project: z.string(),
      scenario: z.enum(scenarioNames).optional(),
      note: z.string(),
      on: Before,
      /** Account of the enterprise, and the day on which it signs. */
      enterprise: z.tuple([z.string(), Before]).optional(),
      /** The day on which the leader signs. */
      zone: Before.optional(),
    }),
  ),
})
type Told = z.infer<typeof Told>

/** Agreed plans: proposed by the agent, signed by the enterprise and by the leader. */
function acts({ days }: Telling, { agreements }: Told): Act[] {
  return agreements.flatMap(({ project, scenario, note, on, enterprise, zone }, i): Act[] => {
    const name = `agreement:${project}/${i}`
    const made: Act = {
      ...{ key: name, at: days.at(on, 990), by: 'agent' },
      run: async ({ call, id }) => {
        const input = { project: id(`project:${project}`), scenario, note, changes: undefined }
        return { [name]: refOf(await call(proposeAgreement, input)) }
      },
    }
    const signed: Act[] =
      enterprise === undefined
        ? []
        : [
            {
              ...{ key: `${name}/sign`, at: days.at(enterprise[1], 1000), by: enterprise[0] },
              run: async ({ call, ref }) => {
                const input = { ...refOf(ref(name)), happenedOn: undefined, fileId: null }
                return { [name]: refOf(await call(sign, input)) }
              },
            },
          ]
    const countersigned: Act[] =
      zone === undefined
        ? []
        : [
            {
              ...{ key: `${name}/zone`, at: days.at(zone, 1010), by: 'leader' },
              run: async ({ call, ref }) => {
                const input = { ...refOf(ref(name)), happenedOn: undefined, fileId: null }
                return { [name]: refOf(await call(signForZone, input)) }
              },
            },
          ]
    return [made, ...signed, ...countersigned]
  })
}

export const part = demoPart({ schema: Told, acts })
