import { useState } from 'react'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { useText } from '../../../../web/text.tsx'
import type { ReviewAnswer } from '../../contract/review.ts'
import { reviewPlan, type TailoredPlan } from '../../contract.ts'
import { QuestionFields } from './question-fields.tsx'
import { tailoredDoors, useQuestions } from './use-plans.ts'

interface ReviewFormProps {
  readonly plan: TailoredPlan
  readonly onClose: () => void
}

/** Answers every question of the review; what is missing the server names in one sentence. */
export function ReviewForm({ plan, onClose }: ReviewFormProps) {
  const say = useText()
  const { data } = useQuestions()
  const [answers, setAnswers] = useState<Readonly<Record<string, ReviewAnswer>>>({})
  const act = useAct(reviewPlan, { stale: tailoredDoors, onDone: onClose })
  if (data === undefined) return <Opening />
  const given = data.questions.flatMap(({ code }) => answers[code] ?? [])
  return (
    <WordsForm
      act={{ zh: '记录公平竞争审查', en: 'Record the review' }}
      label={{ zh: '审查意见', en: 'Opinion' }}
      ready={given.length === data.questions.length}
      pending={act.isPending}
      error={act.error}
      onSubmit={(opinion) => act.mutate({ id: plan.id, version: plan.version, answers: given, opinion })}
      onCancel={onClose}
    >
      {data.questions.map((question) => (
        <QuestionFields
          key={question.code}
          question={question}
          grounds={data.grounds}
          answer={answers[question.code]}
          onAnswer={(answer) => setAnswers((all) => ({ ...all, [question.code]: answer }))}
        />
      ))}
      <p className="small soft">
        {say({ zh: '依据：', en: 'By: ' })}
        {data.source} <span className={`mark mark-${data.confidence}`}>{data.confidence}</span>
      </p>
    </WordsForm>
  )
}
