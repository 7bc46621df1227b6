import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { gradeLabels, isBad } from '../../contract/rating.ts'
import { listOwnRatings, type OwnRating } from '../../contract.ts'
import { RateForm, ReasonsForm } from './rate-form.tsx'
import './ratings.css'

const shownAtMost = 3

/** Decided cases that the reader may rate, and what became of the ratings; nothing when there is neither. */
export function OwnRatings() {
  const say = useText()
  const { zone, may } = useMember()
  const { data } = useQuery({
    ...queryOf(listOwnRatings, { zone: zone.code }),
    enabled: may('ratings.rate'),
    staleTime: 0,
  })
  const given = (data?.ratings ?? []).filter(({ grade }) => grade !== null)
  const told = given.filter(({ grade, reasonsGiven }) => !reasonsGiven || isBad(grade ?? 5)).slice(0, shownAtMost)
  const toRate = (data?.toRate ?? []).slice(0, shownAtMost)
  if (toRate.length === 0 && told.length === 0) return null
  return (
    <section className="card">
      <h2>{say({ zh: '评价已办结的事项（自愿）', en: 'Rate what was decided (if you like)' })}</h2>
      <p className="soft small">
        {say({
          zh: '一件评一次。经办人看不到是谁评的；不满意的会由另外的人回访。',
          en: 'Once a case. The handler does not learn who rated; somebody else calls back about a bad rating.',
        })}
      </p>
      {toRate.map((line) => (
        <RateForm key={line.caseId} line={line} />
      ))}
      {told.map((rating) => (
        <Told key={rating.id} rating={rating} />
      ))}
    </section>
  )
}

function Told({ rating }: { readonly rating: OwnRating }) {
  const say = useText()
  return (
    <div className="rate-told">
      <p>
        {say(rating.matter)}：<strong>{rating.grade !== null && say(gradeLabels[rating.grade])}</strong>{' '}
        <span className="soft small">{rating.ratedOn}</span>
      </p>
      {rating.calledOn !== null && (
        <p className="small">{say({ zh: `${rating.calledOn} 已回访`, en: `Called back on ${rating.calledOn}` })}</p>
      )}
      {rating.answer !== null && (
        <p className="small">
          {say({ zh: `${rating.answeredOn} 答复：`, en: `Answer of ${rating.answeredOn}: ` })}
          {rating.answer}
        </p>
      )}
      {!rating.reasonsGiven && <ReasonsForm rating={rating} />}
    </div>
  )
}
