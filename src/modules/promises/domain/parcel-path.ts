/** What a decision on a check makes of the parcel (standard-land 7); nothing where the parcel cannot go there from where it is. */
import { nextStates, type ParcelState } from '../../parcels/contract/state.ts'
import type { CheckKind, Outcome } from '../contract/words.ts'

const passed = {
  start: 'under-construction',
  completion: 'completed',
  production: 'in-production',
  output: 'performing',
  yearly: 'performing',
} as const satisfies Readonly<Record<CheckKind, ParcelState>>

export function parcelPath(from: ParcelState, kind: CheckKind, outcome: Outcome): ParcelState[] {
  const target = outcome === 'pass' ? passed[kind] : outcome === 'rectify' ? 'rectifying' : 'breached'
  if (nextStates[from].includes(target)) return [target]
  if (from === 'in-production' && target === 'performing') return ['output-checked', 'performing']
  return []
}
