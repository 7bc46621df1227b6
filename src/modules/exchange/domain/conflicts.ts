import type { CaseState } from '../../cases/contract/state.ts'
import type { RemoteCase } from './fold.ts'

/** The case here that a remote one is matched to. */
export interface LocalCase {
  readonly id: string
  readonly projectId: string
  readonly matter: string
  readonly state: CaseState
  readonly on: string
  readonly decidedOn: string | null
}

export interface Difference {
  readonly local: LocalCase
  readonly remote: RemoteCase
}

/** Remote cases that say another state, or another day of the decision, than the case here. Neither side wins by itself. */
export function differences(remote: readonly RemoteCase[], local: readonly LocalCase[]): Difference[] {
  const here = new Map(local.map((one) => [`${one.projectId} ${one.matter}`, one]))
  return remote.flatMap((one) => {
    const found = here.get(`${one.projectId} ${one.matter}`)
    if (!found) return []
    const same = found.state === one.state && found.decidedOn === one.decidedOn
    return same ? [] : [{ local: found, remote: one }]
  })
}

/** What a ruling was made on: when either side has moved on, it is another conflict. */
export function sideOf(state: CaseState, decidedOn: string | null): string {
  return decidedOn === null ? state : `${state} ${decidedOn}`
}
