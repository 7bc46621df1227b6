import { z } from 'zod'
import { recordEndpoints } from '../../../kernel/record-endpoints.ts'
import { Baseline } from '../../../modules/permits/contract/baseline.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'
import { kept } from '../script.ts'

const Told = z.strictObject({
  note: z.string(),
  baselines: z.array(
    z.strictObject({
      on: Before,
      source: z.string(),
      days: z.number(),
      projects: z.int(),
      from: z.string(),
      to: z.string(),
      validFrom: z.string(),
      note: z.string(),
    }),
  ),
})

/** Baselines that savings are measured against. */
export const part = demoPart({
  schema: Told,
  acts: ({ days }, { baselines }) =>
    baselines.map(({ on, from, to, ...told }, i) => ({
      key: `baseline:${i}`,
      at: days.at(on, 600),
      by: 'leader',
      run: async ({ call }) =>
        kept(
          `baseline:${i}`,
          await call(recordEndpoints(Baseline).create, { ...told, measure: 'preparation', fromOn: from, toOn: to }),
        ),
    })),
})
