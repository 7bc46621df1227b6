import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '../../../../web/kit/use-act.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { useText } from '../../../../web/text.tsx'
import { type AgreementView, type ClauseFlag, type ClauseView, reviewClause } from '../../contract/agreements.ts'
import { type ReviewOutcome, reviewOutcomeLabels, reviewOutcomes } from '../../contract/words.ts'
import { promotionDoors } from './use-promotion.ts'

interface Props {
  readonly agreement: AgreementView
  readonly clause: ClauseView
}

/** A clause with what the rules point at in it, article by article, and what the reviewer said. */
export function ClauseCard({ agreement, clause }: Props) {
  return (
    <article className="card">
      <h2>
        {clause.place}. {clause.heading}
      </h2>
      <p className="clause-words">{clause.words}</p>
      {clause.flags.map((flag) => (
        <Flag key={flag.code} agreement={agreement} clause={clause} flag={flag} />
      ))}
    </article>
  )
}

function Flag({ agreement, clause, flag }: Props & { readonly flag: ClauseFlag }) {
  const say = useText()
  const [open, setOpen] = useState(false)
  const [outcome, setOutcome] = useState<ReviewOutcome>('change')
  const act = useAct(reviewClause, { stale: promotionDoors, onDone: () => setOpen(false) })
  const { review } = flag
  const passed = review !== null && review.outcome !== 'change'
  return (
    <section className={`notice ${passed ? '' : 'notice-warning'}`}>
      <p>
        <strong>
          {passed ? '○' : '△'} {say(flag.title)}
        </strong>{' '}
        <span className="soft small">
          {flag.source} <span className={`mark mark-${flag.confidence}`}>{flag.confidence}</span>
        </span>
      </p>
      <p className="small">
        {say({ zh: '看到的字眼：', en: 'Found by: ' })}
        {flag.found.map((word) => (
          <mark key={word}>{word}</mark>
        ))}
      </p>
      <p className="small">{say(flag.advice)}</p>
      {review ? (
        <p>
          <strong>{say(reviewOutcomeLabels[review.outcome])}</strong>
          {say({ zh: `：${review.reason}`, en: `: ${review.reason}` })}{' '}
          <span className="soft small">
            {review.by} · {review.on}
          </span>
        </p>
      ) : (
        <p className="soft">{say({ zh: '还没有审查。', en: 'Not reviewed yet.' })}</p>
      )}
      {agreement.mayReview && !open && (
        <Button onClick={() => setOpen(true)}>
          {say(review ? { zh: '重新审查', en: 'Review again' } : { zh: '审查', en: 'Review' })}
        </Button>
      )}
      {open && (
        <WordsForm
          act={{ zh: '记录审查结论', en: 'Record the review' }}
          label={{
            zh: '理由（依据的法律法规、政策文件或例外情形）',
            en: 'Reason (law, public policy, or exception it rests on)',
          }}
          pending={act.isPending}
          error={act.error}
          onSubmit={(reason) => act.mutate({ id: agreement.id, clause: clause.id, flag: flag.code, outcome, reason })}
          onCancel={() => setOpen(false)}
        >
          <fieldset className="field">
            <legend>{say({ zh: '结论', en: 'Finding' })}</legend>
            {reviewOutcomes.map((one) => (
              <label key={one} className="keep-choice">
                <input
                  type="radio"
                  name={`${clause.id}-${flag.code}`}
                  checked={outcome === one}
                  onChange={() => setOutcome(one)}
                />{' '}
                {say(reviewOutcomeLabels[one])}
              </label>
            ))}
          </fieldset>
        </WordsForm>
      )}
    </section>
  )
}
