import { type YieldGrade, yieldGrades } from '../contract/measures.ts'
import type { YieldSheet } from '../contract/sheet.ts'
import { type Averages, type Candidate, type Outcome, scoreOf } from './evaluate.ts'

/** The lowest published score of every grade of a group; a grade that nobody has is left out. */
export type Floors = Partial<Readonly<Record<YieldGrade, number>>>

export function floorsOf(published: readonly Pick<Outcome, 'grade' | 'score'>[]): Floors {
  return Object.fromEntries(
    yieldGrades.flatMap((grade) => {
      const scores = published.flatMap((one) => (one.grade === grade && one.score !== null ? [one.score] : []))
      return scores.length === 0 ? [] : [[grade, Math.min(...scores)]]
    }),
  )
}

/**
 * The result of one enterprise after an objection was upheld: its points anew from the data as they are now, by the sheet and the averages of
 * the publication, held against the published floors. Nobody else's grade moves: who was published as B stays B.
 */
export function correct(
  { sheet, averages, floors }: { readonly sheet: YieldSheet; readonly averages: Averages; readonly floors: Floors },
  one: Candidate,
): Outcome {
  const scored = scoreOf(sheet, averages, one)
  if (scored.score === null) return scored
  const reached = yieldGrades.find((grade) => (floors[grade] ?? Number.POSITIVE_INFINITY) <= (scored.score ?? 0))
  return { ...scored, grade: reached ?? 'D' }
}
