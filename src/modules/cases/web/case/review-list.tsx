import { useText } from '../../../../web/text.tsx'
import type { CaseDetail } from '../../contract/case.ts'
import type { AskedOpinion, JointReview } from '../../contract/review.ts'
import { opinionLabels } from '../parts/labels.ts'

const statusWords: Readonly<Record<AskedOpinion['status'], { readonly zh: string; readonly en: string }>> = {
  waiting: { zh: '○ 等答复', en: '○ waiting' },
  overdue: { zh: '□! 逾期未答复', en: '□! overdue' },
  given: { zh: '✓ 已答复', en: '✓ given' },
  givenLate: { zh: '△ 逾期答复', en: '△ given late' },
  none: { zh: '— 未答复', en: '— none given' },
  assumed: { zh: '✓ 逾期视为同意', en: '✓ silence counted as agreement' },
}

/** The round of opinions: who was asked, by when, what they said, who was late; and the conclusion of the lead. */
export function ReviewList({ review, rules }: { readonly review: JointReview; readonly rules: CaseDetail['rules'] }) {
  const say = useText()
  return (
    <section>
      <h3>{say({ zh: `联合审查 · 第 ${review.round} 轮`, en: `Joint review, round ${review.round}` })}</h3>
      {review.question !== null && <p className="said">{review.question}</p>}
      <ul className="plain-list">
        {review.asked.map((one) => (
          <li key={one.departmentId}>
            <OpinionLine one={one} />
          </li>
        ))}
      </ul>
      {review.concludedOn === null ? (
        <p className="small soft">
          {say(
            rules.silenceAgrees
              ? {
                  zh: '按本区规则，逾期未答复的视为同意。',
                  en: 'By the rule of this zone silence counts as agreement.',
                }
              : { zh: '逾期未答复的照实记录，不当作同意。', en: 'Silence is recorded as it is and is no agreement.' },
          )}
        </p>
      ) : (
        <p>
          <span className="number">{review.concludedOn}</span>{' '}
          <strong>{say({ zh: '牵头部门结论', en: 'Conclusion of the lead' })}</strong>
          {review.conclusion !== null && `：${say(opinionLabels[review.conclusion])}`}
          {review.reason !== null && <span className="soft"> {review.reason}</span>}
        </p>
      )}
    </section>
  )
}

function OpinionLine({ one }: { readonly one: AskedOpinion }) {
  const say = useText()
  const late =
    one.late > 0 ? { zh: `，晚 ${one.late} 个工作日`, en: `, ${one.late} working days late` } : { zh: '', en: '' }
  return (
    <>
      <p className="clock-line">
        <strong>{one.department}</strong>
        <span className={one.late > 0 ? 'bulk-late' : undefined}>
          {say(statusWords[one.status])}
          {say(late)}
        </span>
        {one.opinion !== null && <span>{say(opinionLabels[one.opinion])}</span>}
        <span className="soft number">
          {one.givenOn ?? (one.dueOn === null ? '' : say({ zh: `${one.dueOn} 到期`, en: `due on ${one.dueOn}` }))}
        </span>
        {one.by !== null && <span className="soft">{one.by}</span>}
      </p>
      {one.reason !== null && <p className="said">{one.reason}</p>}
    </>
  )
}
