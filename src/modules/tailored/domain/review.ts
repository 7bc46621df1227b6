import { Problem } from '../../../kernel/problem.ts'
import type { Conclusion, ReviewAnswer, ReviewQuestions } from '../contract/review.ts'

type Asked = Pick<ReviewQuestions, 'questions' | 'grounds'>

/**
 * 公平竞争审查条例（国务院令第783号）第八至十二条: every question is answered; a basis is named; an exception has its ground, says why nothing
 * restricts competition less, and ends on a day (第十二条). Answers the conclusion, or throws with what is missing.
 */
export function conclude(asked: Asked, answers: readonly ReviewAnswer[], reviewedOn: string): Conclusion {
  const given = new Map(answers.map((one) => [one.question, one]))
  const kinds = asked.questions.map((question) => {
    const answer = given.get(question.code)
    if (!answer) throw refuse('unanswered', question.text, { zh: '还没有回答', en: 'has no answer' })
    if (answer.answer === 'basis') {
      if (!question.basis) throw refuse('no_basis', question.text, noBasis)
      if (answer.words === '') throw refuse('basis_unnamed', question.text, unnamed)
    }
    if (answer.answer === 'exception') checkException(asked, { question, answer, reviewedOn })
    return answer.answer
  })
  if (kinds.includes('restricts')) return 'restricts'
  return kinds.every((kind) => kind === 'no') ? 'clean' : 'lawful'
}

interface Exception {
  readonly question: Asked['questions'][number]
  readonly answer: ReviewAnswer
  readonly reviewedOn: string
}

function checkException({ grounds }: Asked, { question, answer, reviewedOn }: Exception): void {
  if (!grounds.some(({ code }) => code === answer.ground)) throw refuse('no_ground', question.text, noGround)
  if (answer.words === '') throw refuse('no_alternative', question.text, noAlternative)
  if (answer.endsOn === null || answer.endsOn <= reviewedOn) throw refuse('no_end', question.text, noEnd)
}

const noBasis = {
  zh: '这一条没有“有依据即可”的规定，请改答“没有”、例外或“没有依据”',
  en: 'cannot be justified by a basis: answer no, exception, or without basis',
}
const unnamed = { zh: '请写明依据的法律、行政法规或国务院批准文件', en: 'name the law or approval' }
const noGround = { zh: '适用例外须选第十二条的一种情形', en: 'an exception needs a ground of Article 12' }
const noAlternative = {
  zh: '适用例外须说明没有对公平竞争影响更小的替代方案',
  en: 'an exception says why nothing restricts less',
}
const noEnd = { zh: '适用例外须写明以后的终止日期', en: 'an exception ends on a later day' }

type Text = { readonly zh: string; readonly en: string }

function refuse(code: string, question: Text, why: Text): Problem {
  return new Problem('rule_violated', `tailored.${code}`, {
    zh: `“${question.zh}”：${why.zh}。`,
    en: `"${question.en}": ${why.en}.`,
  })
}
