import { z } from 'zod'
import { recordEndpoints } from '../../../kernel/record-endpoints.ts'
import { audiences, publishLayer, withdrawLayer } from '../../../modules/map/contract/publication.ts'
import { setting } from '../../../modules/map/contract/setting.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'
import { type Act, kept, refOf } from '../script.ts'

const Told = z.strictObject({
  note: z.string(),
  on: Before,
  setting: z.strictObject({
    holder: z.string(),
    longitude: z.number(),
    latitude: z.number(),
    zoom: z.number(),
    publicToleranceM: z.int(),
    source: z.string(),
  }),
  publications: z.array(
    z.strictObject({
      layer: z.string(),
      audience: z.enum(audiences),
      reviewNumber: z.string(),
      /** Reviewed and published on these days. */
      reviewedOn: Before,
      on: Before,
      toleranceM: z.number(),
      withdrawn: z.strictObject({ on: Before, reason: z.string() }).optional(),
    }),
  ),
})
type Told = z.infer<typeof Told>

/** @public Found by its folder: where the zone's map opens, and which layers other programs get. */
export const part = demoPart<Told>({
  schema: Told,
  acts: ({ days }, { on, setting: { ...fields }, publications }): Act[] => [
    {
      ...{ key: 'map-setting', at: days.at(on, 680), by: 'officer' },
      run: async ({ call }) => {
        const dated = { validFrom: days.day(on) }
        return kept('map-setting', await call(recordEndpoints(setting).create, { ...fields, ...dated }))
      },
    },
    ...publications.flatMap(({ on: day, reviewedOn, withdrawn, ...asked }, i): Act[] => {
      const name = `map-publication:${i}`
      const published: Act = {
        ...{ key: name, at: days.at(day, 690 + i), by: 'leader' },
        run: async ({ call }) => ({
          [name]: refOf(await call(publishLayer, { ...asked, reviewedOn: days.day(reviewedOn) })),
        }),
      }
      if (withdrawn === undefined) return [published]
      const taken: Act = {
        ...{ key: `${name}/withdrawn`, at: days.at(withdrawn.on, 690 + i), by: 'leader' },
        run: async ({ call, ref }) => ({
          [name]: refOf(await call(withdrawLayer, { ...refOf(ref(name)), reason: withdrawn.reason })),
        }),
      }
      return [published, taken]
    }),
  ],
})
