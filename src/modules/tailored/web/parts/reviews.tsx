import { useText } from '../../../../web/text.tsx'
import { answerKinds, conclusions } from '../../contract/review.ts'
import type { TailoredPlan } from '../../contract.ts'
import { useQuestions } from './use-plans.ts'

/** The fair-competition reviews of a plan, the latest first. */
export function Reviews({ reviews }: Pick<TailoredPlan, 'reviews'>) {
  const say = useText()
  const { data } = useQuestions()
  return reviews.map((review, i) => (
    <details key={String(reviews.length - i)}>
      <summary>
        {say({ zh: '公平竞争审查', en: 'Fair-competition review' })} <span className="number">{review.reviewedOn}</span>{' '}
        {review.reviewer}：{say(conclusions[review.conclusion])}
        {!review.current && <span className="mark">{say({ zh: '之后内容改过', en: 'changed since' })}</span>}
      </summary>
      <p>{review.opinion}</p>
      <ul>
        {review.answers
          .filter(({ answer }) => answer !== 'no')
          .map(({ question, answer, words, endsOn }) => {
            const asked = data?.questions.find(({ code }) => code === question)
            return (
              <li key={question}>
                {asked && `${say({ zh: `第${asked.article}条`, en: `Art. ${asked.article}` })} ${say(asked.text)}`}：
                {say(answerKinds[answer])} {words} {endsOn}
              </li>
            )
          })}
      </ul>
    </details>
  ))
}
