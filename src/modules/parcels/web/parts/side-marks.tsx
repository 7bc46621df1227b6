import { useText } from '../../../../web/text.tsx'
import { type SideState, sideStateLabels } from '../../contract/state.ts'

/** What stands beside the state of a parcel. */
export function SideMarks({ sideStates }: { readonly sideStates: readonly SideState[] }) {
  const say = useText()
  return sideStates.map((side) => (
    <span key={side}>
      {' '}
      <span className="mark">{say(sideStateLabels[side])}</span>
    </span>
  ))
}
