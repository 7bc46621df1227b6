import { Button } from 'antd'
import { useState } from 'react'
import type { Endpoint } from '../../../../kernel/endpoint.ts'
import type { Label } from '../../../../kernel/label.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { useText } from '../../../../web/text.tsx'
import { appealLabels, gradeLabels, type RatingVerb, reasonLabels, verbLabels } from '../../contract/rating.ts'
import {
  answerRating,
  appealRating,
  type BadRating,
  callBack,
  correctRating,
  decideAppeal,
  listBadRatings,
  listMatterRatings,
} from '../../contract.ts'

const doors = { callBack, correct: correctRating, answer: answerRating, appeal: appealRating, decideAppeal }

const questions: Readonly<Record<RatingVerb, Label>> = {
  callBack: { zh: '回访了解到什么', en: 'What the rater said' },
  correct: { zh: '整改了什么', en: 'What was put right' },
  answer: { zh: '给评价人的答复', en: 'Answer to the rater' },
  appeal: { zh: '为什么是误评或恶意评价', en: 'Why it is mistaken or malicious' },
  decideAppeal: { zh: '裁定理由', en: 'Reason of the decision' },
}

/** One bad rating: what was said, its clock, what was done, and the next step. */
export function BadRatingLine({ rating }: { readonly rating: BadRating }) {
  const say = useText()
  const [open, setOpen] = useState<RatingVerb | null>(null)
  const shown = open !== null && rating.steps.includes(open) ? open : null
  return (
    <>
      <p>
        <strong>{say(rating.matter)}</strong> <span className="mark">{say(gradeLabels[rating.grade])}</span>{' '}
        {rating.sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
      </p>
      <p className="small">
        {rating.enterpriseName} · {rating.raterName} · {rating.department} · {rating.ratedOn}
        {rating.dueOn !== null &&
          rating.answeredOn === null &&
          say({ zh: ` · ${rating.dueOn} 前办结`, en: ` · due on ${rating.dueOn}` })}
      </p>
      {rating.overdue && rating.answeredOn === null && (
        <p className="rating-late">{say({ zh: '▲ 已超期', en: '▲ Overdue' })}</p>
      )}
      <Said rating={rating} />
      {rating.appeal !== null && (
        <p className="small">
          <span className="mark">{say(appealLabels[rating.appeal.state])}</span> {rating.appeal.by}：
          {rating.appeal.reason} {rating.appeal.decision}
        </p>
      )}
      <div className="form-actions">
        {rating.steps.map((verb) => (
          <Button key={verb} aria-expanded={verb === shown} onClick={() => setOpen(verb === shown ? null : verb)}>
            {say(verbLabels[verb])}
          </Button>
        ))}
      </div>
      {shown !== null && <StepForm key={shown} rating={rating} verb={shown} onClose={() => setOpen(null)} />}
    </>
  )
}

function Said({ rating }: { readonly rating: BadRating }) {
  const say = useText()
  const lines: readonly [Label, string | null][] = [
    [{ zh: '评价人说', en: 'The rater says' }, rating.words],
    [{ zh: `${rating.calledOn} 回访`, en: `Called back on ${rating.calledOn}` }, rating.callNote],
    [{ zh: `${rating.correctedOn} 整改`, en: `Put right on ${rating.correctedOn}` }, rating.correction],
    [{ zh: `${rating.answeredOn} 答复`, en: `Answered on ${rating.answeredOn}` }, rating.answer],
  ]
  return (
    <>
      {rating.reasons.length > 0 && (
        <p className="small">
          {rating.reasons.map((reason) => (
            <span key={reason} className="mark">
              {say(reasonLabels[reason])}
            </span>
          ))}
        </p>
      )}
      {lines.map(([label, words]) =>
        words === null ? null : (
          <p key={label.en} className="small">
            <span className="soft">{say(label)}：</span>
            {words}
          </p>
        ),
      )}
    </>
  )
}

interface StepFormProps {
  readonly rating: BadRating
  readonly verb: RatingVerb
  readonly onClose: () => void
}

function StepForm({ rating, verb, onClose }: StepFormProps) {
  const say = useText()
  const [uphold, setUphold] = useState(false)
  const door = doors[verb] as unknown as Endpoint<{ zone: string } & Record<string, unknown>, BadRating>
  const act = useAct(door, { stale: [listBadRatings.name, listMatterRatings.name], onDone: onClose })
  const deciding = verb === 'decideAppeal'
  return (
    <WordsForm
      act={verbLabels[verb]}
      label={questions[verb]}
      pending={act.isPending}
      error={act.error}
      onSubmit={(words) => act.mutate({ id: rating.id, version: rating.version, words, ...(deciding && { uphold }) })}
      onCancel={onClose}
    >
      {deciding && (
        <label className="rating-uphold">
          <input type="checkbox" checked={uphold} onChange={(event) => setUphold(event.target.checked)} />{' '}
          {say({ zh: '申诉成立，这条评价不计', en: 'Upheld: the rating does not count' })}
        </label>
      )}
    </WordsForm>
  )
}
