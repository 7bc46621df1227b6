import { Button } from 'antd'
import { useText } from '../../../../web/text.tsx'
import type { Ask, Needs, NeedsReading } from '../../contract/needs.ts'

interface Props {
  readonly reading: NeedsReading
  readonly onChoose: (ask: Ask, change: Partial<Needs>) => void
}

/** What could mean several things is asked; what meant nothing is told. */
export function AskList({ reading: { asks, unread }, onChoose }: Props) {
  const say = useText()
  if (asks.length === 0 && unread.length === 0) return null
  return (
    <div className="notice" role="status">
      {asks.map((ask) => (
        <fieldset key={ask.words + ask.question.en} className="sites-ask">
          <legend>{say(ask.question)}</legend>
          {ask.choices.map((choice) => (
            <Button key={choice.label.en} onClick={() => onChoose(ask, choice.set)}>
              {say(choice.label)}
            </Button>
          ))}
          {ask.choices.length === 0 && (
            <span className="soft">{say({ zh: '请填在下面的条件里。', en: 'Enter it among the needs below.' })}</span>
          )}
        </fieldset>
      ))}
      {unread.length > 0 && (
        <p>
          {say({
            zh: `没有用上的话：${unread.map((words) => `“${words}”`).join('、')}。其余条件不受影响。`,
            en: `Words that nothing was made of: ${unread.map((words) => `“${words}”`).join(', ')}. The other needs stand.`,
          })}
        </p>
      )}
    </div>
  )
}
