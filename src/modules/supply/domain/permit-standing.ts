/**
 * 城乡规划法 Art. 38 and 40: the permits that go with a land contract are decided by the office. Where a case of the project decided one, its
 * day and number are the case's and nobody enters them again; what was entered by hand stands where no case tells it.
 */
import type { Day } from '../../../kernel/calendar.ts'

/** By a case of the project; its number is null as long as no certificate or decision was made out. */
export interface Granted {
  readonly caseId: string
  readonly decidedOn: Day
  readonly number: string | null
}

interface Entered {
  readonly number: string
  readonly issuedOn: Day
}

interface Standing {
  readonly number: string | null
  readonly issuedOn: Day | null
  readonly caseId: string | null
}

export function permitStanding(granted: Granted | undefined, entered: Entered | undefined): Standing {
  return {
    number: granted?.number ?? entered?.number ?? null,
    issuedOn: granted?.decidedOn ?? entered?.issuedOn ?? null,
    caseId: granted?.caseId ?? null,
  }
}
