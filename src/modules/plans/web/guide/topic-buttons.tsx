import { Button } from 'antd'
import { useState } from 'react'
import type { Label } from '../../../../kernel/label.ts'
import { useText } from '../../../../web/text.tsx'
import type { FactValues } from '../../../matters/contract/fact-values.ts'
import { ticksOf } from './fact-fields.tsx'
import type { Topic } from './questions.ts'
import { restOf, unansweredOf } from './topic-rest.ts'
import type { GuideState } from './use-guide.ts'

interface TopicButtonsProps {
  readonly topic: Topic
  readonly facts: readonly string[]
  readonly state: GuideState
  readonly onGoOn: (rest: FactValues) => Promise<void>
}

const next: Label = { zh: '下一步', en: 'Next' }
const noneOfThese: Label = { zh: '以上都没有，下一步', en: 'None of these, next' }
const noneOfTheRest: Label = { zh: '其余都没有，下一步', en: 'None of the others, next' }
const notSure: Label = { zh: '其余不清楚，下一步', en: 'Not sure about the others, next' }

/** The way on. What was not ticked becomes a no only by the button that says so; empty fields stay "not sure". */
export function TopicButtons({ topic, facts, state, onGoOn }: TopicButtonsProps) {
  const say = useText()
  const [busy, setBusy] = useState(false)
  const given = state.address.facts
  const ticks = ticksOf(topic, state.declarations)
  const answers = { shown: facts, ticks, given }
  const { unticked } = unansweredOf(answers)
  const anyTick = facts.some((code) => ticks.includes(code) && given[code] !== undefined)
  const go = async (rest: FactValues) => {
    setBusy(true)
    await onGoOn(rest).finally(() => setBusy(false))
  }
  const main = unticked.length === 0 ? next : anyTick ? noneOfTheRest : noneOfThese
  return (
    <>
      <div className="topic-buttons">
        <Button type="primary" size="large" loading={busy} onClick={() => void go(restOf(answers, 'no'))}>
          {say(main)}
        </Button>
        {unticked.length > 0 && (
          <Button size="large" disabled={busy} onClick={() => void go(restOf(answers, 'not-sure'))}>
            {say(notSure)}
          </Button>
        )}
      </div>
      <p className="soft small">
        {say({
          zh: '留空的问题按“不清楚”处理，不会当作“没有”；相关事项列为“待定”，随时可以回来补。',
          en: 'What you leave empty counts as "not sure", never as "no": the matters that depend on it stay undecided, and you can come back any time.',
        })}
      </p>
    </>
  )
}
