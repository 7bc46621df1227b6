import type { CasePaper } from './paper.ts'
import type { CaseState } from './state.ts'

/** How the caller stands to the case. */
export interface Relation {
  /** The caller's department in the zone's organisation. */
  readonly departmentId: string | null
  /** Heads the department that answers for the case, or acts for the head who is away (行政许可法 第42条: 本行政机关负责人). */
  readonly headsDepartment: boolean
  /** Heads the zone (第42条第2款: 本级人民政府负责人). */
  readonly headsZone: boolean
}

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
  /** What the zone's rule makes of that. */
  readonly owedLapse: 'withdraw' | 'refuse' | 'office'
  readonly extendedOn: string | null
  readonly remindedOn: string | null
  /** The day on which the step would be taken. */
  readonly today: string
  /** The statutory limit runs, and has not run out; null: none runs. */
  readonly statutory: { readonly overdue: boolean; readonly unit: 'workday' | 'calendarDay' } | null
  /** A joint review has been opened: its departments, and whether the lead still has to conclude it. */
  readonly review: {
    readonly open: boolean
    /** It is held over a whole stage: opinions and conclusion are given there, once for all its cases. */
    readonly stage: boolean
    readonly asked: readonly string[]
    readonly waiting: readonly string[]
  } | null
  readonly relation: Relation
}

/** Who asks: the caller on the server, the session's zone in a page (`{ permissions: new Set(zone.permissions) }`). */
export interface StepCaller {
  readonly permissions: { has(permission: `cases.${string}`): boolean }
}
