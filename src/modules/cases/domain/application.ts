import type { Budget } from '../../../kernel/clock.ts'
import type { Facts } from '../../../kernel/feel/compile.ts'
import type { Limit, Matter, MatterInput } from '../../matters/contract/catalogue.ts'
import type { CompiledCatalogue } from '../../matters/contract/compiled.ts'
import type { CasePaper } from '../contract/paper.ts'
import type { Limits } from './facts.ts'
import { refuse } from './refuse.ts'

/** The project as far as an application reads it. */
export interface Applicant {
  readonly facts: Facts
  /** Outcomes that passed cases of this project have brought: asked for once, never again. */
  readonly outcomes: ReadonlySet<string>
}

/** The matter of this code; refuses one that the catalogue does not have, or that does not apply to the project. */
export function getApplicable(compiled: CompiledCatalogue, code: string, facts: Facts): Matter {
  const rank = compiled.indexOf.get(code)
  const found = rank === undefined ? undefined : compiled.matters[rank]
  if (!found) {
    throw refuse('no_such_matter', { zh: `事项目录里没有“${code}”。`, en: `The catalogue has no matter "${code}".` })
  }
  if (found.applies.evaluate(facts) !== false) return found.matter
  const { name_zh: zh, name_en: en } = found.matter
  throw refuse('not_applicable', {
    zh: `按项目要素，本项目不需要办理“${zh}”；要素有误请先更正。`,
    en: `By its facts this project does not need "${en}"; if a fact is wrong, correct it first.`,
  })
}

/** Whole days: half a day promised is the same working day's end, counted as one. */
export function limitsOf({ handling }: Matter): Limits {
  return { statutory: budgetOf(handling.statutory), promised: budgetOf(handling.committed) }
}

function budgetOf({ days, unit }: Limit): Budget {
  return { days: Math.ceil(days), unit }
}

/**
 * What the matter asks of this project: a paper of the list, or the outcome of another matter where one that applies brings it.
 * What a passed case of the project has brought is there already.
 */
export function papersFor(compiled: CompiledCatalogue, matter: Matter, { facts, outcomes }: Applicant): CasePaper[] {
  return matter.inputs
    .filter(({ ref }) => compiled.papers.has(ref) || isProduced(compiled, ref, { facts, but: matter.code }))
    .map((input) => paperOf(compiled, input, outcomes.has(input.ref)))
}

function isProduced(compiled: CompiledCatalogue, ref: string, given: { facts: Facts; but: string }): boolean {
  return (compiled.producersOf.get(ref) ?? []).some((rank) => {
    const producer = compiled.matters[rank]
    return (
      producer !== undefined && producer.matter.code !== given.but && producer.applies.evaluate(given.facts) !== false
    )
  })
}

function paperOf(compiled: CompiledCatalogue, input: MatterInput, there: boolean): CasePaper {
  const { ref, treatment, supplyBy, preReview = false } = input
  const name = compiled.refNames.get(ref) ?? { zh: ref, en: ref }
  return {
    ref,
    name: { zh: name.zh, en: name.en },
    // What is on no list of papers is another matter's outcome: an office brings it.
    owner: compiled.papers.get(ref)?.preparedBy ?? 'government',
    treatment,
    supplyBy: treatment === 'tolerable' ? (supplyBy ?? null) : null,
    preReview: treatment === 'hard' && preReview,
    status: there ? 'given' : 'needed',
    fileId: null,
    note: null,
  }
}
