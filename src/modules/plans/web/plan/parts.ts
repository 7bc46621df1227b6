import type { Plan } from '../../contract/plan.ts'
import type { PlanNames } from '../../domain/lists/names.ts'
import type { PlanState } from './use-plan.ts'

/** What every part of the page is given. */
export interface PartProps {
  readonly state: PlanState
  readonly plan: Plan
  readonly names: PlanNames
}

/** For parts that can open the why-panel of a matter. */
export interface OpeningProps extends PartProps {
  readonly onOpen: (code: string | null) => void
}
