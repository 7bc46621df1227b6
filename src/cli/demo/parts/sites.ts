import { z } from 'zod'
import { Profile } from '../../../modules/sites/contract/profile.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'
import { sheetAct, zoneCsv } from '../sheet-act.ts'

const Told = z.strictObject({ note: z.string(), on: Before })

/** @public Found by its folder: what promotion says of parcels that are to be had, out of the operator's sheet. */
export const part = demoPart<z.infer<typeof Told>>({
  schema: Told,
  acts: (telling, { on }) => {
    const csv = zoneCsv(telling, 'sites')
    if (csv === null) return []
    return [sheetAct(telling, { key: 'sites', kind: Profile, csv, at: telling.days.at(on, 700), by: 'operator' })]
  },
})
