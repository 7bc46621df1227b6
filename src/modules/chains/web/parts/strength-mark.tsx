import { useText } from '../../../../web/text.tsx'
import { type Strength, strengthLabels, strengthSigns } from '../../contract/strength.ts'
import './chains.css'

/** Sign, word and colour of a strength. */
export function StrengthMark({ strength }: { readonly strength: Strength }) {
  const say = useText()
  return (
    <span className={`chain-strength chain-${strength}`}>
      <span aria-hidden="true">{strengthSigns[strength]}</span> {say(strengthLabels[strength])}
    </span>
  )
}
