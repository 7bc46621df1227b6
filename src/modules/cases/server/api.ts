import type { ActionVerb } from '../contract/action-verbs.ts'
import type { PaperOwner } from '../contract/paper.ts'
import type { CaseState } from '../contract/state.ts'
import * as dossiers from './dossiers.ts'
import { externalCasesIn as externalIn, saveExternalCases as saveExternal } from './external.ts'
import * as following from './following.ts'
import * as granted from './granted.ts'
import * as measures from './measures.ts'
import * as pins from './move-pin.ts'
import * as progress from './progress-of.ts'
import * as plan from './project-plan.ts'
import * as watched from './watch.ts'

/**
 * An owed paper whose day has passed (`cases.owedLapsed`), or that has come (`cases.owedMet`, `late` working days after its day, 0 in
 * time). A paper whose lapse was told may still be met, and with late 0 where it was entered afterwards that it came in time.
 */
export interface OwedEvent {
  readonly projectId: string
  readonly enterpriseId: string
  readonly matter: string
  readonly paper: string
  /** Who had to bring it; null where the catalogue does not say. */
  readonly owner: PaperOwner | null
  readonly dueOn: string | null
  /** The legal day of the lapse or of the supply. */
  readonly on: string
  readonly late: number
}

/** A case of a project as its plan knows it: told with `cases.changed`. */
export interface CaseEvent {
  readonly projectId: string
  readonly matter: string
  readonly state: CaseState
  /** What was done last. */
  readonly verb: ActionVerb
}

export const casesPinnedElsewhere = pins.casesPinnedElsewhere
export const moveCasePin = pins.moveCasePin
/** How the zone's cases went, and where its projects stand: for forecasts and figures. */
export const measureCases = measures.measureCases
export const handledCases = measures.handledCases
export const firstApplications = measures.firstApplications

export const externalCasesIn = externalIn
export const saveExternalCases = saveExternal

export const progressOf = progress.progressOf
export const markedProgressOf = progress.markedProgressOf
export const planOfProject = plan.readProjectPlan
export const watchCases = watched.watchCases
export type WatchedCase = watched.WatchedCase

export const caseDossier = dossiers.caseDossier
export const bundleDossier = dossiers.bundleDossier
export type CaseDossier = dossiers.CaseDossier
export const followedCases = following.followedCases

/** What a project was granted: for whoever tells of its permits. */
export const grantedCases = granted.grantedCases
