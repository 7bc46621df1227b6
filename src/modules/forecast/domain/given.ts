import type { Calendar, Day } from '../../../kernel/calendar.ts'
import type { HandledCase, OwedRecord } from '../../cases/contract/handled.ts'
import type { PlanNetwork } from '../../plans/contract/network.ts'
import type { Progress } from '../../projects/contract/progress.ts'
import type { ForecastRules } from '../contract/rules.ts'

/** What a forecast is made from: the zone as it stands on a day. */
export interface Given {
  readonly today: Day
  readonly calendar: Calendar
  readonly projects: readonly GivenProject[]
  readonly history: readonly HandledCase[]
  readonly owed: OwedRecord
  readonly desks: readonly GivenDesk[]
  readonly rules: ForecastRules
}

export interface GivenProject {
  readonly id: string
  readonly startOn: Day
  readonly network: PlanNetwork
  readonly happened: Progress['matters']
}

/** A department that answers for authorities, as the catalogue writes them, with the people who work there. */
export interface GivenDesk {
  readonly id: string
  readonly officers: number
  /** Working days on which they are away, all together, of the next `absenceDays`. */
  readonly absent: number
  /** Cases of one officer at once as the zone has said; null: as the rules assume. */
  readonly casesAtOnce: number | null
  readonly authorities: readonly string[]
}
