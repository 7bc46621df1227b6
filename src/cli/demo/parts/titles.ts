import { z } from 'zod'
import { dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import { recordEndpoints } from '../../../kernel/record-endpoints.ts'
import { titleLevels, zoneTitle } from '../../../modules/titles/contract/title.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'

const Told = z.strictObject({
  note: z.string(),
  titles: z.array(
    z.strictObject({
      name: z.string(),
      level: z.enum(Object.keys(titleLevels) as (keyof typeof titleLevels)[]),
      grantedBy: z.string(),
      document: z.string(),
      grantedOn: z.iso.date(),
      validUntil: z.iso.date().optional(),
      /** Calendar days from the eve of the demonstration. */
      reassess: z.int().optional(),
      place: z.string(),
      on: Before,
    }),
  ),
})
type Told = z.infer<typeof Told>

const { create } = recordEndpoints(zoneTitle)

/** What the zone was recognised as. */
export const part = demoPart<Told>({
  schema: Told,
  acts: ({ days }, { titles }) =>
    titles.map(({ on, place, reassess, ...fields }, i) => ({
      ...{ key: `title:${i}`, at: days.at(on, 750 + i), by: 'officer' },
      run: async ({ call, id }) => {
        const looked = reassess === undefined ? {} : { reassessOn: dayFromNumber(dayNumber(days.day(-1)) + reassess) }
        await call(create, { ...fields, ...looked, placeId: id(`place:${place}`) })
        return {}
      },
    })),
})
