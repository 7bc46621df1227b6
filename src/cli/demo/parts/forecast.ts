import { z } from 'zod'
import { recordEndpoints } from '../../../kernel/record-endpoints.ts'
import { DeskSetting } from '../../../modules/forecast/contract/desk-setting.ts'
import { startForecast } from '../../../modules/forecast/contract.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'
import { type Act, foundation, kept } from '../script.ts'

const key = z.string()

const schema = z.strictObject({
  note: z.string(),
  desks: z.array(z.strictObject({ department: key, casesAtOnce: z.int(), source: z.string() })).default([]),
  run: z.strictObject({ on: Before, by: key, runs: z.int().max(60), seed: z.int() }),
})

/** How much desks carry, and one forecast, small enough to be made at once. */
export const part = demoPart({
  schema,
  acts: ({ days }, { desks, run }) => [
    ...desks.map(({ department, casesAtOnce, source }, i): Act => {
      const code = `desk-setting:${department}`
      return {
        ...{ key: code, at: days.at(foundation + 3, 580 + i), by: 'admin' },
        run: async ({ call, id }) => {
          const fields = { departmentId: id(`department:${department}`), casesAtOnce, source }
          const validFrom = days.day(foundation + 3)
          return kept(code, await call(recordEndpoints(DeskSetting).create, { ...fields, validFrom }))
        },
      }
    }),
    {
      ...{ key: 'forecast', at: days.at(run.on, 1050), by: run.by },
      run: async ({ call }) => {
        await call(startForecast, { runs: run.runs, seed: run.seed })
        return {}
      },
    },
  ],
})
