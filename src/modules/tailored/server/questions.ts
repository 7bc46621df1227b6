import { readDataFile } from '../../../platform/data-files.ts'
import { ReviewQuestions } from '../contract/review.ts'

let shipped: ReviewQuestions | undefined

/** What a fair-competition review asks. */
export function reviewQuestions(): ReviewQuestions {
  shipped ??= ReviewQuestions.parse(readDataFile('tailored/questions.json'))
  return shipped
}
