import { Problem } from '../../../kernel/problem.ts'
import { nextStates, type ParcelState, parcelStateLabels } from '../contract/state.ts'

/** Refuses a way that the table of states (standard-land 7) does not have. */
export function refuseLeap(from: ParcelState, to: ParcelState): void {
  if (nextStates[from].includes(to)) return
  const [was, wanted] = [parcelStateLabels[from], parcelStateLabels[to]]
  throw new Problem('rule_violated', 'parcels.no_such_step', {
    zh: `地块现为“${was.zh}”，不能直接到“${wanted.zh}”。`,
    en: `The parcel is "${was.en}" and cannot become "${wanted.en}" from there.`,
  })
}
