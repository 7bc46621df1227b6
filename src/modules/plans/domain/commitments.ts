import type { PlannedCommitment } from '../contract/plan.ts'
import type { Run } from './run.ts'

/**
 * Commitments (告知承诺, 国办发〔2020〕42号) that the plan asks for: one for each committable input of a scheduled matter.
 * Where the input is an outcome that nobody in the plan produces, there is nothing to replace and none is asked.
 */
export function commitmentsOf(run: Run): PlannedCommitment[] {
  const { active } = run.schedule
  return run.program.readings.committed
    .filter(({ rank, isPaper, producers }) => active[rank] === 1 && (isPaper || producers.some((p) => active[p] === 1)))
    .map(({ commitment }) => commitment)
}
