import { Problem } from '../../../kernel/problem.ts'
import { outcomeOf, type Verdict } from '../../../kernel/verdict.ts'
import type { LegalBasis } from '../../matters/contract/catalogue.ts'
import type { CompiledCatalogue } from '../../matters/contract/compiled.ts'
import type { Why } from '../contract/answers.ts'
import { type PlanInput, settle } from './request.ts'

/**
 * Why a matter is in the plan, or not, or undecided: each condition with the value that was read, and the articles.
 * Throws Problem not_found for a code that the catalogue does not have.
 */
export function explain(compiled: CompiledCatalogue, input: PlanInput, code: string): Why {
  const rank = compiled.indexOf.get(code)
  const found = rank === undefined ? undefined : compiled.matters[rank]
  if (!found) {
    throw new Problem(
      'not_found',
      'plans.unknown_matter',
      { zh: `目录里没有事项“${code}”。`, en: `The catalogue has no matter "${code}".` },
      { matter: code },
    )
  }
  const { matter, applies } = found
  const { facts, assumedStandardLand } = settle(compiled, { ...input, scenario: input.scenario ?? 'serial' })
  const truth = applies.evaluate(facts) as boolean | null
  return {
    code,
    name: { zh: matter.name_zh, en: matter.name_en },
    verdict: {
      outcome: outcomeOf(truth),
      conditions: applies.conditions(facts).map((condition) => ({ ...condition, facts: [...condition.facts] })),
      missing: [...applies.missing(facts)],
      citations: matter.basis.map(citation),
    } satisfies Verdict,
    ruleText: matter.appliesText ?? null,
    limitBasis: matter.floorBasis ? [citation({ ...matter.floorBasis, year: null })] : [],
    assumedStandardLand: assumedStandardLand && applies.reads.includes('landKind'),
  }
}

function citation(basis: LegalBasis) {
  return {
    title: basis.title,
    article: basis.article,
    year: basis.year ?? null,
    confidence: basis.confidence,
    note: basis.note ?? null,
  }
}
