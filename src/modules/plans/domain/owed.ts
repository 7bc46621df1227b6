import type { OwedPaper } from '../contract/plan.ts'
import { dateAt } from './axis.ts'
import type { Dating } from './dates.ts'
import type { Readings } from './readings.ts'
import type { Run } from './run.ts'

/** Owed papers (容缺材料): filed without them, due N working days after; listed only where the producer ends later than the filing. */
export function owedOf(run: Run, dating: Dating): OwedPaper[] {
  const { active } = run.schedule
  const found: OwedPaper[] = []
  for (const owed of run.program.readings.owed) if (active[owed.rank] === 1) found.push(...owedFrom(run, dating, owed))
  return found
}

function owedFrom(run: Run, dating: Dating, owed: Readings['owed'][number]): OwedPaper[] {
  const { matters } = run.program.compiled
  const { filed, finish, active } = run.schedule
  const filedAt = filed[owed.rank] as number
  const due = filedAt + owed.days
  return owed.producers
    .filter((producer) => active[producer] === 1 && (finish[producer] as number) > filedAt)
    .map((producer) => ({
      matter: matters[owed.rank]?.matter.code as string,
      ref: owed.ref,
      producer: matters[producer]?.matter.code as string,
      filed: filedAt,
      arrives: finish[producer] as number,
      due,
      dueDate: dating.startKnown[owed.rank] === 1 ? dateAt(run.axis, due) : null,
      lapses: (finish[producer] as number) > due,
    }))
}
