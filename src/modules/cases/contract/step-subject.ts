import type { CasePaper } from './paper.ts'
import type { CaseState } from './state.ts'

/** What the table of steps needs to know of a case; the case that the server answers has all of it. */
export interface StepSubject {
  readonly state: CaseState
  /** The day of the one correction notice; null when there was none. */
  readonly correctedOn: string | null
  /** The day from which the case counts as accepted because nobody answered in time (行政许可法 第32条). */
  readonly deemedAcceptedOn: string | null
  readonly issuedOn: string | null
  readonly papers: readonly Pick<CasePaper, 'ref' | 'status' | 'supplyBy'>[]
  /** An owed paper is past its day. */
  readonly owedOverdue: boolean
}

/** Who asks: the caller on the server, the session's zone in a page (`{ permissions: new Set(zone.permissions) }`). */
export interface StepCaller {
  readonly permissions: { has(permission: `cases.${string}`): boolean }
}
