import { z } from 'zod'
import type { AnyRecordKind } from '../../../kernel/record-kind.ts'
import { Building } from '../../../modules/space/contract/building.ts'
import { Storey } from '../../../modules/space/contract/storey.ts'
import { Unit } from '../../../modules/space/contract/unit.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'
import { sheetAct, zoneCsv } from '../sheet-act.ts'

const Told = z.strictObject({ note: z.string(), on: Before })

/** In the order in which one needs the other. */
const sheets: readonly (readonly [string, AnyRecordKind])[] = [
  ['space-buildings', Building],
  ['space-storeys', Storey],
  ['space-units', Unit],
]

/** @public Found by its folder: buildings, storeys and units out of the operator's sheets. */
export const part = demoPart<z.infer<typeof Told>>({
  schema: Told,
  acts: (telling, { on }) =>
    sheets.flatMap(([key, kind], i) => {
      const csv = zoneCsv(telling, key)
      return csv === null
        ? []
        : [sheetAct(telling, { key, kind, csv, at: telling.days.at(on, 700 + i), by: 'operator' })]
    }),
})
