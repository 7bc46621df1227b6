import { z } from 'zod'
import { recordEndpoints } from '../../../kernel/record-endpoints.ts'
import { receiveStates } from '../../../modules/exchange/contract.ts'
import { project } from '../../../modules/projects/contract/project.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'

const Told = z.strictObject({
  note: z.string(),
  on: Before,
  source: z.string(),
  project: z.string(),
  rows: z.array(z.strictObject({ matter: z.string(), instance: z.string(), state: z.string(), on: Before })),
})

/** @public Found by its folder: one file of the provincial platform, with a conflict and a code that nothing here answers to. */
export const part = demoPart<z.infer<typeof Told>>({
  schema: Told,
  acts: ({ days }, told) => [
    {
      key: 'exchange/states',
      at: days.at(told.on, 1020),
      by: 'officer',
      run: async ({ call, id }) => {
        const { nationalCode } = await call(recordEndpoints(project).read, { id: id(`project:${told.project}`) })
        await call(receiveStates, {
          source: told.source,
          rows: told.rows.map(({ matter, instance, state, on }) => ({
            ...{ xmdm: nationalCode ?? '', spsxbm: matter, spsxslbm: instance, blzt: state },
            blsj: `${days.day(on)} 10:00:00`,
          })),
        })
        return {}
      },
    },
  ],
})
