import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { gradeLabels, type RatingReason, ratingGrades, ratingReasons, reasonLabels } from '../../contract/rating.ts'
import { giveReasons, listOwnRatings, type OwnRating, rateCase, type ToRate } from '../../contract.ts'

/** One decided case to rate: a grade with one press, or not at all. */
export function RateForm({ line }: { readonly line: ToRate }) {
  const say = useText()
  const act = useAct(rateCase, { stale: [listOwnRatings.name] })
  return (
    <fieldset className="rate">
      <legend>
        {say(line.matter)} <span className="soft small">{line.department}</span>
      </legend>
      <div className="rate-grades">
        {ratingGrades.map((grade) => (
          <Button key={grade} disabled={act.isPending} onClick={() => act.mutate({ case: line.caseId, grade })}>
            {say(gradeLabels[grade])}
          </Button>
        ))}
        <Button type="text" disabled={act.isPending} onClick={() => act.mutate({ case: line.caseId, grade: null })}>
          {say({ zh: '不评价，不再问', en: 'Do not rate, never ask again' })}
        </Button>
      </div>
      <Refusal error={act.error} />
    </fieldset>
  )
}

/** Why, for who likes to say; asked after the grade. */
export function ReasonsForm({ rating }: { readonly rating: OwnRating }) {
  const say = useText()
  const id = useId()
  const [chosen, setChosen] = useState<readonly RatingReason[]>([])
  const [words, setWords] = useState('')
  const act = useAct(giveReasons, { stale: [listOwnRatings.name] })
  return (
    <form
      className="rate-reasons"
      onSubmit={(event) => {
        event.preventDefault()
        const said = words.trim()
        if (!act.isPending) act.mutate({ id: rating.id, reasons: [...chosen], words: said === '' ? null : said })
      }}
    >
      <fieldset>
        <legend>{say({ zh: '愿意说说原因吗（选填）', en: 'Would you say why? (optional)' })}</legend>
        {ratingReasons.map((reason) => (
          <label key={reason}>
            <input
              type="checkbox"
              checked={chosen.includes(reason)}
              onChange={(event) =>
                setChosen((all) => (event.target.checked ? [...all, reason] : all.filter((one) => one !== reason)))
              }
            />{' '}
            {say(reasonLabels[reason])}
          </label>
        ))}
      </fieldset>
      <label htmlFor={id}>{say({ zh: '其他（选填）', en: 'Other (optional)' })}</label>
      <Input.TextArea id={id} maxLength={1000} value={words} onChange={(event) => setWords(event.target.value)} />
      <Refusal error={act.error} />
      <Button htmlType="submit" loading={act.isPending}>
        {say({ zh: '提交', en: 'Send' })}
      </Button>
    </form>
  )
}
