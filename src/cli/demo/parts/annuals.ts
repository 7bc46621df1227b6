import { z } from 'zod'
import { annualItemNames, annualSourceNames } from '../../../modules/annuals/contract/items.ts'
import { enterValues } from '../../../modules/annuals/contract.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'
import type { Act, Telling } from '../script.ts'

/** Enterprise, years before the one of the demonstration, item, source, value, confidence. */
const Row = z.tuple([
  z.string(),
  z.int().min(1).max(5),
  z.enum(annualItemNames),
  z.enum(annualSourceNames),
  z.number(),
  z.enum(['V', 'P', 'M', 'E']),
])

const Told = z.strictObject({ note: z.string(), on: Before, rows: z.array(Row) })
type Told = z.infer<typeof Told>

/** All annual values of a zone through the door that takes many. */
function acts({ days }: Telling, { on, rows }: Told): Act[] {
  const thisYear = Number(days.day(-1).slice(0, 4))
  return [
    {
      ...{ key: 'annuals', at: days.at(on, 600), by: 'officer' },
      run: async ({ call, id }) => {
        await call(enterValues, {
          rows: rows.map(([enterprise, ago, item, source, value, confidence]) => ({
            ...{ enterprise: id(`enterprise:${enterprise}`), year: thisYear - ago, item, source, value, confidence },
            basis: null,
          })),
        })
        return {}
      },
    },
  ]
}

/** @public Found by its folder. */
export const part = demoPart({ schema: Told, acts })
