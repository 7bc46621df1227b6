import { z } from 'zod'
import { holderKinds, recordHolders } from '../../../modules/ownership/contract.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'
import type { Act, Telling } from '../script.ts'

const kinds = Object.keys(holderKinds) as [keyof typeof holderKinds, ...(keyof typeof holderKinds)[]]

const Told = z.strictObject({
  note: z.string(),
  registers: z.array(
    z.strictObject({
      enterprise: z.string(),
      on: Before,
      /** Name, kind, percent, and the enterprise of the zone that it is. */
      holders: z.array(z.tuple([z.string(), z.enum(kinds), z.number(), z.string().optional()])),
    }),
  ),
})
type Told = z.infer<typeof Told>

/** Registers of shareholders. */
function acts({ days }: Telling, { registers }: Told): Act[] {
  return registers.map(({ enterprise, on, holders }, i) => ({
    ...{ key: `register:${i}`, at: days.at(on, 680 + i), by: 'officer' },
    run: async ({ call, id }) => {
      await call(recordHolders, {
        ...{ id: id(`enterprise:${enterprise}`), asOf: days.day(on), document: '工商登记（示例）' },
        holders: holders.map(([name, kind, percent, holder]) => ({
          ...{ name, kind, percent, paidInYuan: null },
          holderId: holder === undefined ? null : id(`enterprise:${holder}`),
        })),
      })
      return {}
    },
  }))
}

/** @public Found by its folder. */
export const part = demoPart({ schema: Told, acts })
