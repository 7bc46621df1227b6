import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { listStageReviews, type OpenStage, type StageReview } from '../../contract/stage-review.ts'
import { OpinionLine } from '../case/review-list.tsx'
import { opinionLabels } from '../parts/labels.ts'
import { OpenRoundForm } from './stage-open-form.tsx'
import { StageStepForm } from './stage-step-form.tsx'

/** Joint reviews over the stages of a project: those that were held, and where one may be opened. Nothing where there is neither. */
export function StageReviews({ project }: { readonly project: string }) {
  const say = useText()
  const { zone } = useMember()
  const { data, error, refetch } = useQuery({
    ...queryOf(listStageReviews, { zone: zone.code, project }),
    staleTime: 0,
  })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  const stages = data?.stages.filter(({ refusal, lead }) => refusal === null || lead === null) ?? []
  if (data === undefined || data.reviews.length + stages.length === 0) return null
  return (
    <section className="card">
      <h2>{say({ zh: '阶段并联审查', en: 'Joint review over a stage' })}</h2>
      {stages.map((stage) => (
        <StageToOpen key={stage.code} project={project} stage={stage} usual={data.opinionDays} />
      ))}
      {data.reviews.map((review) => (
        <Round key={review.id} review={review} silenceAgrees={data.silenceAgrees} />
      ))}
    </section>
  )
}

interface StageToOpenProps {
  readonly project: string
  readonly stage: OpenStage
  readonly usual: number
}

function StageToOpen({ project, stage, usual }: StageToOpenProps) {
  const say = useText()
  const [open, setOpen] = useState(false)
  const { refusal, name, cases } = stage
  if (refusal !== null) {
    return (
      <p className="soft">
        <strong>{say(name)}</strong> {say(refusal)}
      </p>
    )
  }
  if (open) return <OpenRoundForm project={project} stage={stage} usual={usual} onClose={() => setOpen(false)} />
  return (
    <p>
      <Button onClick={() => setOpen(true)}>
        {say({
          zh: `${name.zh}：对 ${cases.length} 个在办办件发起并联审查`,
          en: `${name.en}: open a review over its running cases (${cases.length})`,
        })}
      </Button>
    </p>
  )
}

function Round({ review, silenceAgrees }: { readonly review: StageReview; readonly silenceAgrees: boolean }) {
  const say = useText()
  const { go } = useAddress()
  const { stage, lead, asked, cases, closedOn, conclusion } = review
  return (
    <article className="stage-round">
      <h3>
        {say(stage.name)}{' '}
        <span className="soft small">{say({ zh: `${lead.name}牵头`, en: `led by ${lead.name}` })}</span>{' '}
        {review.sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
      </h3>
      <p className="soft small">
        {say({ zh: `${review.askedOn} 发起，共 ${cases.length} 个办件：`, en: `Opened on ${review.askedOn} over ` })}
        {cases.map(({ id, matter }, i) => (
          <span key={id}>
            {i > 0 && say({ zh: '、', en: ', ' })}
            <button type="button" className="link" onClick={() => go({ case: id })}>
              {say(matter)}
            </button>
          </span>
        ))}
      </p>
      {review.question !== null && <p className="said">{review.question}</p>}
      <ul className="plain-list">
        {asked.map((one) => (
          <li key={one.departmentId}>
            <OpinionLine one={one} />
          </li>
        ))}
      </ul>
      {closedOn === null ? (
        <p className="small soft">
          {say(
            silenceAgrees
              ? {
                  zh: '按本区规则，逾期未答复的视为同意。',
                  en: 'By the rule of this zone silence counts as agreement.',
                }
              : { zh: '逾期未答复的照实记录，不当作同意。', en: 'Silence is recorded as it is and is no agreement.' },
          )}
        </p>
      ) : (
        <p>
          <span className="number">{closedOn}</span>{' '}
          <strong>{say({ zh: '牵头部门结论', en: 'Conclusion of the lead' })}</strong>
          {conclusion !== null && `：${say(opinionLabels[conclusion])}`}
          {review.reason !== null && <span className="soft"> {review.reason}</span>}
        </p>
      )}
      <StageStepForm review={review} />
    </article>
  )
}
