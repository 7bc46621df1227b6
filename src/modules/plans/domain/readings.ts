import type { MatterInput } from '../../matters/contract/catalogue.ts'
import type { CompiledCatalogue } from '../../matters/contract/compiled.ts'
import { parseSupplyBy, type SupplyBy } from '../../matters/contract/supply-by.ts'
import type { PlannedCommitment } from '../contract/plan.ts'
import { type Binding, bindingOf, isPrior, type Reforms } from './graph.ts'

/** One input as a set of reforms reads it, before any project: who could bring it, what it holds up, when it must be there. */
export interface Reading {
  readonly rank: number
  readonly ref: string
  /** Ranks of the other matters that produce it. */
  readonly producers: readonly number[]
  readonly binding: Binding
  readonly treatment: MatterInput['treatment']
  readonly supplyBy: SupplyBy | null
  /** Rank of X in `matter:X`; −1 elsewhere. */
  readonly before: number
}

/** The inputs that the lists of a plan are made of. Inputs of prior matters and of duties that follow are in none of them. */
export interface Readings {
  /** Accepted without them, due some working days after filing. */
  readonly owed: readonly (Reading & { readonly days: number })[]
  /** Replaced by a commitment. */
  readonly committed: readonly (Reading & { readonly isPaper: boolean; readonly commitment: PlannedCommitment })[]
  /** Papers that somebody hands in. */
  readonly papers: readonly Reading[]
}

export function readingsOf(compiled: CompiledCatalogue, reforms: Reforms): Readings {
  const all = compiled.matters.flatMap(({ matter }, rank) =>
    matter.afterProduction || isPrior(compiled, rank, reforms.standardLand)
      ? []
      : matter.inputs.map((input) => ({ input, reading: readingOf(compiled, reforms, rank, input) })),
  )
  return {
    owed: all.flatMap(({ reading }) =>
      reading.treatment === 'tolerable' && reading.binding === 'none' && reading.supplyBy?.kind === 'workdays'
        ? [{ ...reading, days: reading.supplyBy.days }]
        : [],
    ),
    committed: all
      .filter(({ reading }) => reading.treatment === 'commitment' && reading.binding === 'none')
      .map(({ reading, input }) => ({
        ...reading,
        isPaper: compiled.papers.has(reading.ref),
        commitment: commitmentOf(compiled, reading.rank, input),
      })),
    papers: all
      .map(({ reading }) => reading)
      .filter(
        ({ ref, binding, treatment }) => compiled.papers.has(ref) && (binding !== 'none' || treatment === 'tolerable'),
      ),
  }
}

function readingOf(compiled: CompiledCatalogue, reforms: Reforms, rank: number, input: MatterInput): Reading {
  const code = compiled.matters[rank]?.matter.code
  const supplyBy = input.treatment === 'tolerable' ? parseSupplyBy(input.supplyBy) : null
  return {
    rank,
    ref: input.ref,
    producers: (compiled.producersOf.get(input.ref) ?? []).filter((producer) => producer !== rank),
    binding: bindingOf(input, reforms, reforms.relax.has(`${code}/${input.ref}`)),
    treatment: input.treatment,
    supplyBy,
    before: supplyBy?.kind === 'matter' ? (compiled.indexOf.get(supplyBy.matter) ?? -1) : -1,
  }
}

/** Text, signer and check of a commitment (告知承诺, 国办发〔2020〕42号). */
function commitmentOf(compiled: CompiledCatalogue, rank: number, input: MatterInput): PlannedCommitment {
  const matter = compiled.matters[rank]?.matter
  const name = compiled.refNames.get(input.ref) ?? { zh: input.ref, en: input.ref }
  return {
    matter: matter?.code ?? '',
    ref: input.ref,
    signer: matter?.initiator ?? 'enterprise',
    text: {
      zh: `办理“${matter?.name_zh}”时以本承诺代替“${name.zh}”：我方承诺已符合法定条件和标准，按约定接受核查；承诺不实或逾期未履行的，愿意接受撤销决定、承担相应责任。`,
      en: `This commitment stands in for "${name.en}" in "${matter?.name_en}": we meet the legal conditions, accept the agreed check, and accept revocation and liability if the commitment proves false or is not kept.`,
    },
    check: input.fulfilBy ?? '',
  }
}
