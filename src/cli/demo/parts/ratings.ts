import { z } from 'zod'
import type { Endpoint } from '../../../kernel/endpoint.ts'
import { RatingGrade, ratingReasons } from '../../../modules/ratings/contract/rating.ts'
import {
  answerRating,
  appealRating,
  type BadRating,
  callBack,
  correctRating,
  decideAppeal,
  giveReasons,
  listBadRatings,
  rateCase,
} from '../../../modules/ratings/contract.ts'
import { demoPart } from '../part.ts'
import type { Act } from '../script.ts'

const day = z.int().max(-1).min(-450)
const doors = { callBack, correct: correctRating, answer: answerRating, appeal: appealRating, decideAppeal }
const verbs = ['callBack', 'correct', 'answer', 'appeal', 'decideAppeal'] as const

/** Ratings of decided cases, and what became of the bad ones. */
const Told = z.strictObject({
  ratings: z.array(
    z.strictObject({
      /** Name of the case in the zone's script: `case:food/power/60`. */
      of: z.string(),
      by: z.string(),
      grade: RatingGrade,
      on: day,
      reasons: z.array(z.enum(ratingReasons)).default([]),
      words: z.string().optional(),
      steps: z
        .array(
          z.strictObject({
            verb: z.enum(verbs),
            by: z.string(),
            on: day,
            words: z.string(),
            uphold: z.boolean().optional(),
          }),
        )
        .default([]),
    }),
  ),
})

export const part = demoPart({
  schema: Told,
  acts: ({ days }, { ratings }) =>
    ratings.flatMap(({ of, by, grade, on, reasons, words, steps }): Act[] => {
      const name = `rating:${of}`
      const rated: Act = {
        key: name,
        at: days.at(on, 690),
        by,
        run: async ({ call, id }) => {
          const rating = await call(rateCase, { case: id(of), grade })
          if (reasons.length > 0) await call(giveReasons, { id: rating.id, reasons, words: words ?? null })
          return { [name]: { id: rating.id, version: 1 } }
        },
      }
      const later = steps.map(
        ({ verb, by: doer, on: done, words: said, uphold }, i): Act => ({
          key: `${name}/${i + 1}-${verb}`,
          at: days.at(done, 900 + i),
          by: doer,
          run: async ({ call, id }) => {
            const { ratings: bad } = await call(listBadRatings, {})
            const { version } = bad.find((one) => one.id === id(name)) ?? { version: 0 }
            const door = doors[verb] as unknown as Endpoint<Readonly<Record<string, unknown>>, BadRating>
            await call(door, { id: id(name), version, words: said, ...(uphold !== undefined && { uphold }) })
            return {}
          },
        }),
      )
      return [rated, ...later]
    }),
})
