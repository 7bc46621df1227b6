import { useId } from 'react'
import { useText } from '../../../../web/text.tsx'
import { answerKinds, answerNames, type ReviewAnswer, type ReviewQuestions } from '../../contract/review.ts'

interface QuestionFieldsProps {
  readonly question: ReviewQuestions['questions'][number]
  readonly grounds: ReviewQuestions['grounds']
  readonly answer: ReviewAnswer | undefined
  readonly onAnswer: (answer: ReviewAnswer) => void
}

const none = { words: '', ground: null, endsOn: null }

/** One question with what its answer needs. */
export function QuestionFields({ question, grounds, answer, onAnswer }: QuestionFieldsProps) {
  const say = useText()
  const id = useId()
  const offered = answerNames.filter((name) => name !== 'basis' || question.basis)
  const set = (change: Partial<ReviewAnswer>) => answer && onAnswer({ ...answer, ...change })
  return (
    <fieldset className="field">
      <legend>
        {say({ zh: `第${question.article}条`, en: `Art. ${question.article}` })} {say(question.text)}
      </legend>
      <select
        aria-label={say(question.text)}
        value={answer?.answer ?? ''}
        onChange={({ target }) => {
          const chosen = offered.find((name) => name === target.value)
          if (chosen) onAnswer({ ...none, question: question.code, answer: chosen })
        }}
      >
        <option value="">{say({ zh: '请回答', en: 'Answer' })}</option>
        {offered.map((name) => (
          <option key={name} value={name}>
            {say(answerKinds[name])}
          </option>
        ))}
      </select>
      {answer?.answer === 'exception' && (
        <>
          <label htmlFor={`${id}-ground`}>{say({ zh: '例外情形', en: 'Ground' })}</label>
          <select
            id={`${id}-ground`}
            value={answer.ground ?? ''}
            onChange={({ target }) => set({ ground: target.value === '' ? null : target.value })}
          >
            <option value="">{say({ zh: '请选择', en: 'Choose' })}</option>
            {grounds.map(({ code, text }) => (
              <option key={code} value={code}>
                {say(text)}
              </option>
            ))}
          </select>
          <label htmlFor={`${id}-ends`}>{say({ zh: '终止日期', en: 'Ends on' })}</label>
          <input
            id={`${id}-ends`}
            type="date"
            className="text-input"
            value={answer.endsOn ?? ''}
            onChange={({ target }) => set({ endsOn: target.value === '' ? null : target.value })}
          />
        </>
      )}
      {(answer?.answer === 'exception' || answer?.answer === 'basis') && (
        <>
          <label htmlFor={`${id}-words`}>
            {say(
              answer.answer === 'basis'
                ? { zh: '依据的法律、行政法规或国务院批准文件', en: 'Law or approval' }
                : { zh: '为什么没有影响更小的办法', en: 'Why nothing restricts less' },
            )}
          </label>
          <input
            id={`${id}-words`}
            className="text-input"
            maxLength={500}
            value={answer.words}
            onChange={({ target }) => set({ words: target.value })}
          />
        </>
      )}
    </fieldset>
  )
}
