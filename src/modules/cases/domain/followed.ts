import type { Day } from '../../../kernel/calendar.ts'
import type { Moment } from '../../../kernel/clock-state.ts'
import type { Label } from '../../../kernel/label.ts'
import { stateMeanings, type WaitsFor } from '../contract/state.ts'
import { stepTable, type Verb } from '../contract/step-table.ts'
import { isEnded } from './clocks.ts'
import type { CaseFacts } from './facts.ts'
import { readClocks, waitsForOf } from './light.ts'

/** A case as somebody without an account may follow it: no person, no paper, no reason. */
export interface FollowedFacts {
  readonly state: Label
  readonly waitsFor: WaitsFor
  readonly since: Day
  /** Days counted of the promised limit, where it runs. */
  readonly used: number | null
  readonly total: number | null
  readonly expected: { readonly from: Day; readonly to: Day } | null
  readonly next: Label | null
}

/** Where a case is, as a parcel is followed (行政许可法 第33条: 网上查询受理和办理情况): with whom, since when, expected when. */
export function followed(facts: CaseFacts, moment: Moment): FollowedFacts {
  const waitsFor = waitsForOf(facts)
  const open = readClocks(facts, moment).filter((item) => !isEnded(item))
  const promised = open.find(({ kind }) => kind === 'promised')
  const days = open
    .filter(({ kind }) => kind !== 'owed')
    .flatMap(({ now }) => now.dueOn ?? [])
    .sort()
  const [from] = days
  const to = days.at(-1)
  const asked: Verb | null = waitsFor !== 'applicant' ? null : facts.state === 'correcting' ? 'resubmit' : 'supply'
  return {
    state: stateMeanings[facts.state].label,
    waitsFor,
    since: facts.lastOn,
    used: promised?.now.used ?? null,
    total: promised?.now.total ?? null,
    expected: waitsFor === 'office' && from !== undefined && to !== undefined ? { from, to } : null,
    next: asked === null ? null : stepTable[asked].label,
  }
}
