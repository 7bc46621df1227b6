import { Link } from '@tanstack/react-router'
import { workdayCount } from '../../../../kernel/workday-count.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { CaseDetail } from '../../contract/case.ts'
import type { AskedOpinion, JointReview } from '../../contract/review.ts'
import { opinionLabels } from '../parts/labels.ts'

const statusWords: Readonly<Record<AskedOpinion['status'], { readonly zh: string; readonly en: string }>> = {
  waiting: { zh: '○ 等答复', en: '○ waiting' },
  overdue: { zh: '▲ 逾期未答复', en: '▲ overdue' },
  given: { zh: '✓ 已答复', en: '✓ given' },
  givenLate: { zh: '△ 逾期答复', en: '△ given late' },
  none: { zh: '— 未答复', en: '— none given' },
  assumed: { zh: '✓ 逾期视为同意', en: '✓ silence counted as agreement' },
}

/** The round of opinions: who was asked, by when, what they said, who was late; and the conclusion of the lead. */
export function ReviewList({ detail, review }: { readonly detail: CaseDetail; readonly review: JointReview }) {
  const say = useText()
  const { rules } = detail
  return (
    <section>
      <h3>{say(titleOf(review))}</h3>
      {review.stage !== null && <OverStage detail={detail} lead={review.stage.lead} />}
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

function titleOf({ stage, round }: JointReview) {
  if (stage === null) return { zh: `联合审查 · 第 ${round} 轮`, en: `Joint review, round ${round}` }
  return { zh: `阶段并联审查 · ${stage.name.zh}`, en: `Joint review over a stage: ${stage.name.en}` }
}

/** One round for all cases of the stage: opinions and conclusion are entered on the project's page. */
function OverStage({ detail, lead }: { readonly detail: CaseDetail; readonly lead: string }) {
  const say = useText()
  const { zone, may } = useMember()
  return (
    <p className="soft">
      {say({
        zh: `由${lead}牵头，对本阶段全部在办办件一次征求意见、一次汇总。`,
        en: `${lead} leads: asked and concluded once for all running cases of the stage.`,
      })}{' '}
      {may('projects.read') && (
        <Link to="/projects/$id" params={{ id: detail.project.id }} search={{ zone: zone.code, view: 'cases' }}>
          {say({ zh: '到项目页办理', en: "Go to the project's page" })}
        </Link>
      )}
    </p>
  )
}

export function OpinionLine({ one }: { readonly one: AskedOpinion }) {
  const say = useText()
  const late =
    one.late > 0 ? { zh: `，晚 ${one.late} 个工作日`, en: `, ${workdayCount(one.late)} late` } : { zh: '', en: '' }
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
