import type { Matter, MatterInput } from '../../matters/contract/catalogue.ts'
import type { PlannedCommitment } from '../contract/plan.ts'
import { bindingOf } from './graph.ts'
import { scheduledRanks } from './owed.ts'
import type { Run } from './run.ts'

/**
 * Commitments (告知承诺, 国办发〔2020〕42号) that the plan asks for: one for each committable input of a scheduled matter.
 * Where the input is an outcome that nobody in the plan produces, there is nothing to replace and none is asked.
 */
export function commitmentsOf(run: Run): PlannedCommitment[] {
  const { compiled, reforms } = run.program
  return scheduledRanks(run).flatMap((rank) => {
    const matter = compiled.matters[rank]?.matter
    if (!matter || run.program.prior[rank] === 1) return []
    return matter.inputs
      .filter((input) => input.treatment === 'commitment')
      .filter((input) => bindingOf(input, reforms, reforms.relax.has(`${matter.code}/${input.ref}`)) === 'none')
      .filter((input) => compiled.papers.has(input.ref) || producedInPlan(run, rank, input.ref))
      .map((input) => commitment(run, matter, input))
  })
}

function producedInPlan(run: Run, rank: number, ref: string): boolean {
  return (run.program.compiled.producersOf.get(ref) ?? []).some(
    (producer) => producer !== rank && run.schedule.active[producer] === 1,
  )
}

function commitment(run: Run, matter: Matter, input: MatterInput): PlannedCommitment {
  const name = run.program.compiled.refNames.get(input.ref) ?? { zh: input.ref, en: input.ref }
  const check = input.fulfilBy ?? ''
  return {
    matter: matter.code,
    ref: input.ref,
    signer: matter.initiator,
    text: {
      zh: `办理“${matter.name_zh}”时以本承诺代替“${name.zh}”：我方承诺已符合法定条件和标准，按约定接受核查；承诺不实或逾期未履行的，愿意接受撤销决定、承担相应责任。`,
      en: `This commitment stands in for "${name.en}" in "${matter.name_en}": we meet the legal conditions, accept the agreed check, and accept revocation and liability if the commitment proves false or is not kept.`,
    },
    check,
  }
}
