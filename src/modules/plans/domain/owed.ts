import type { MatterInput } from '../../matters/contract/catalogue.ts'
import { parseSupplyBy } from '../../matters/contract/supply-by.ts'
import type { OwedPaper } from '../contract/plan.ts'
import { dateAt } from './axis.ts'
import type { Dating } from './dates.ts'
import { bindingOf } from './graph.ts'
import type { Run } from './run.ts'

/** Owed papers (容缺材料): filed without them, due N working days after; listed only where the producer ends later than the filing. */
export function owedOf(run: Run, dating: Dating): OwedPaper[] {
  const { compiled, reforms } = run.program
  return scheduledRanks(run).flatMap((rank) => {
    const matter = compiled.matters[rank]?.matter
    if (!matter || run.program.prior[rank] === 1) return []
    return matter.inputs.flatMap((input) => {
      const days = daysOwed(input)
      const relaxed = reforms.relax.has(`${matter.code}/${input.ref}`)
      return days === null || bindingOf(input, reforms, relaxed) !== 'none'
        ? []
        : owedFrom(run, dating, { rank, ref: input.ref, days })
    })
  })
}

export function scheduledRanks(run: Run): number[] {
  return Array.from(run.schedule.sequence.subarray(0, run.schedule.length)).sort((a, b) => a - b)
}

function daysOwed(input: MatterInput): number | null {
  if (input.treatment !== 'tolerable') return null
  const supplyBy = parseSupplyBy(input.supplyBy)
  return supplyBy?.kind === 'workdays' ? supplyBy.days : null
}

function owedFrom(run: Run, dating: Dating, owed: { rank: number; ref: string; days: number }): OwedPaper[] {
  const { compiled } = run.program
  const { filed, finish, active } = run.schedule
  const filedAt = filed[owed.rank] as number
  const due = filedAt + owed.days
  return (compiled.producersOf.get(owed.ref) ?? [])
    .filter((producer) => producer !== owed.rank && active[producer] === 1 && (finish[producer] as number) > filedAt)
    .map((producer) => ({
      matter: compiled.matters[owed.rank]?.matter.code as string,
      ref: owed.ref,
      producer: compiled.matters[producer]?.matter.code as string,
      filed: filedAt,
      arrives: finish[producer] as number,
      due,
      dueDate: dating.startKnown[owed.rank] === 1 ? dateAt(run.axis, due) : null,
      lapses: (finish[producer] as number) > due,
    }))
}
