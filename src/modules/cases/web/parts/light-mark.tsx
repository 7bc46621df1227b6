import { useText } from '../../../../web/text.tsx'
import { type Light, lightMarks } from '../../contract/clock.ts'
import { lightWords } from './labels.ts'
import './parts.css'

interface LightMarkProps {
  readonly light: Light
  /** Days late: what is late and amber is taken up by the slack of the plan. */
  readonly late?: number
  readonly sentence?: boolean
}

/** A light: shape, word and colour together; the sentence says why. */
export function LightMark({ light, late = 0, sentence = true }: LightMarkProps) {
  const say = useText()
  const word = light.kind === 'warning' && late > 0 ? lateWithSlack : lightWords[light.kind]
  return (
    <span className={`light light-${light.kind}`}>
      <span className="light-mark">
        <span aria-hidden="true">{lightMarks[light.kind]}</span> {say(word)}
      </span>
      {sentence && <span className="light-why">{say(light.text)}</span>}
    </span>
  )
}

const lateWithSlack = { zh: '超期有机动', en: 'Late within slack' }
