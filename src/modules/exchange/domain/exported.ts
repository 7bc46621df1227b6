import type { CaseState } from '../../cases/contract/state.ts'
import type { Catalogue } from '../../matters/contract/catalogue.ts'

/** A version of the catalogue as the flow (审批流程) of the exchange. */
export interface Flow {
  readonly versionId: string
  /** 1, 2, … in the order in which they came into force. */
  readonly number: number
  readonly catalogue: Catalogue
  readonly from: string
}

export interface ExportedProject {
  readonly id: string
  readonly code: string | null
  readonly name: string
  readonly industryCode: string | null
  readonly industryEdition: number | null
  readonly investmentYuan: string | null
  readonly signedOn: string | null
  readonly enterprise: { readonly name: string; readonly uscc: string | null } | null
  readonly updatedAt: string
}

export interface ExportedAction {
  readonly ordinal: number
  readonly state: CaseState
  readonly on: string
  /** When it was recorded, ISO. */
  readonly at: string
  readonly actor: string
  readonly reason: string | null
}

export interface ExportedCase {
  readonly id: string
  readonly projectId: string
  readonly versionId: string
  readonly matter: string
  readonly receivedOn: string
  readonly decidedOn: string | null
  readonly state: CaseState
  readonly updatedAt: string
  /** Promised limit in the unit of its matter. */
  readonly promisedDays: number
  /** The joint application or the round over its stage that it is part of; null: neither. */
  readonly jointId: string | null
  /** The writ that tells its decision; null while none was made. */
  readonly decision: { readonly number: string; readonly title: string } | null
  /** The actions that led to another state, in order. */
  readonly actions: readonly ExportedAction[]
}

export interface Exported {
  readonly countyCode: string
  readonly zoneCode: string
  readonly flows: readonly Flow[]
  readonly projects: readonly ExportedProject[]
  readonly cases: readonly ExportedCase[]
}
