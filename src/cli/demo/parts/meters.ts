import { z } from 'zod'
import { meter } from '../../../modules/meters/contract/meter.ts'
import { reading } from '../../../modules/meters/contract/reading.ts'
import { demoPart } from '../part.ts'
import type { Act, Telling } from '../script.ts'
import { sheetAct, zoneCsv } from '../sheet-act.ts'

const Told = z.strictObject({
  note: z.string(),
  /** Of the months before the day of the demonstration: 1 is the last one. */
  readings: z.array(z.strictObject({ meter: z.string(), back: z.int().min(1), amount: z.number() })),
})
type Told = z.infer<typeof Told>

function monthAt({ days }: Telling, back: number): string {
  const [year = 0, month = 0] = days.day(-1).split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7)
}

function acts(telling: Telling, { readings }: Told): Act[] {
  const csv = zoneCsv(telling, 'meters')
  if (csv === null) return []
  const lines = readings.map(
    ({ meter: number, back, amount }) => `${monthAt(telling, back)},${number},${amount},抄表班`,
  )
  const read = ['月份,计量表,示数,抄表人或来源', ...lines].join('\n')
  const { days } = telling
  return [
    sheetAct(telling, { key: 'meters', kind: meter, csv, at: days.at(-5, 540), by: 'operator' }),
    sheetAct(telling, { key: 'meter-readings', kind: reading, csv: read, at: days.at(-5, 560), by: 'operator' }),
  ]
}

/** Meters and their readings, as an office would bring them in. */
export const part = demoPart<Told>({ schema: Told, acts })
