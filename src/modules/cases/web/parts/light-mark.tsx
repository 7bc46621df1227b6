import { useText } from '../../../../web/text.tsx'
import { type Light, lightMarks } from '../../contract/clock.ts'
import { lightWords } from './labels.ts'
import './parts.css'

/** A light: shape, word and colour together; the sentence says why. */
export function LightMark({ light, sentence = true }: { readonly light: Light; readonly sentence?: boolean }) {
  const say = useText()
  return (
    <span className={`light light-${light.kind}`}>
      <span className="light-mark">
        <span aria-hidden="true">{lightMarks[light.kind]}</span> {say(lightWords[light.kind])}
      </span>
      {sentence && <span className="light-why">{say(light.text)}</span>}
    </span>
  )
}
