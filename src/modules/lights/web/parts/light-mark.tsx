import { useText } from '../../../../web/text.tsx'
import { type Colour, colourLabels } from '../../contract/subject.ts'
import './lights.css'

const signs: Readonly<Record<Colour, string>> = { red: '▲', yellow: '◆', green: '○', paused: '‖', unknown: '?' }

/** A light by sign, word and colour: readable without colours too. */
export function LightMark({ colour }: { readonly colour: Colour }) {
  const say = useText()
  return (
    <span className={`lamp light-${colour}`}>
      <span aria-hidden="true">{signs[colour]}</span> {say(colourLabels[colour])}
    </span>
  )
}
