import { z } from 'zod'
import { dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import { confirmRound, openRound, publishRound } from '../../../modules/yields/contract.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'
import { type Act, refOf, type Telling } from '../script.ts'

const Told = z.strictObject({
  note: z.string(),
  rounds: z.array(
    z.strictObject({
      /** Evaluates the year so many before the one of the demonstration. */
      ago: z.int().min(1).max(5),
      sheet: z.string(),
      opened: Before,
      published: Before.optional(),
      /** Calendar days for objections. */
      window: z.int().min(7).default(10),
      final: Before.optional(),
    }),
  ),
})
type Told = z.infer<typeof Told>

/** Per-mu evaluations of a zone. */
function acts({ days }: Telling, { rounds }: Told): Act[] {
  const thisYear = Number(days.day(-1).slice(0, 4))
  return rounds.flatMap(({ ago, sheet, opened, published, window, final }): Act[] => {
    const name = `yields:${ago}`
    const done: Act[] = [
      {
        ...{ key: name, at: days.at(opened, 660), by: 'officer' },
        run: async ({ call }) => {
          const { round } = await call(openRound, { year: thisYear - ago, sheet, bases: {} })
          return { [name]: refOf(round) }
        },
      },
    ]
    if (published !== undefined) {
      const objectUntil = dayFromNumber(dayNumber(days.day(published)) + window)
      done.push({
        ...{ key: `${name}/published`, at: days.at(published, 660), by: 'leader' },
        run: async ({ call, ref }) => {
          const { round } = await call(publishRound, { ...refOf(ref(name)), objectUntil, leaveIncomplete: true })
          return { [name]: refOf(round) }
        },
      })
    }
    if (final !== undefined) {
      done.push({
        ...{ key: `${name}/final`, at: days.at(final, 660), by: 'leader' },
        run: async ({ call, ref }) => {
          const { round } = await call(confirmRound, refOf(ref(name)))
          return { [name]: refOf(round) }
        },
      })
    }
    return done
  })
}

/** @public Found by its folder. */
export const part = demoPart({ schema: Told, acts })
