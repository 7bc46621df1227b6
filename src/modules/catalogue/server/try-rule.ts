import { Problem } from '../../../kernel/problem.ts'
import { outcomeOf, type Truth } from '../../../kernel/verdict.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { FactDeclaration } from '../../matters/contract/catalogue.ts'
import { currentCatalogue, drafting } from '../../matters/server/api.ts'
import type { Trial } from '../contract/verdicts.ts'
import { exampleProjects, triedProjects } from './projects.ts'
import { findOpenDraft } from './store.ts'

/** The facts that a rule of the draft may name; without a draft those of the version in force. */
export async function vocabularyOf(db: Database): Promise<readonly FactDeclaration[]> {
  const draft = await findOpenDraft(db)
  return draft?.content.catalogue.facts ?? (await currentCatalogue(db)).catalogue.facts
}

/** A rule on every running project of the zone and on the examples, condition by condition; or where it does not compile. */
export async function tryRule(db: Database, context: RequestContext, rule: string): Promise<Trial> {
  const types = drafting.factTypesOf(await vocabularyOf(db))
  const compiled = drafting.tryCompile(rule, types, 'boolean')
  if (compiled instanceof Problem) {
    const { from, to } = compiled.details as { from?: number; to?: number }
    return { error: { text: compiled.text, from: from ?? 0, to: to ?? rule.length }, reads: [], rows: [] }
  }
  const { rows } = await triedProjects(db, zoneOf(context).id)
  return {
    error: null,
    reads: [...compiled.reads],
    rows: [...exampleProjects(), ...rows].map(({ id, name, kind, facts }) => ({
      ...{ id, name, kind },
      outcome: outcomeOf(compiled.evaluate(facts) as Truth),
      conditions: compiled.conditions(facts).map((one) => ({ ...one, facts: one.facts.map((fact) => ({ ...fact })) })),
      missing: [...compiled.missing(facts)],
      facts: knownOf(compiled.reads, facts),
    })),
  }
}

function knownOf(codes: readonly string[], facts: Readonly<Record<string, boolean | number | string | null>>) {
  const known: Record<string, boolean | number | string> = {}
  for (const code of codes) {
    const value = facts[code] ?? null
    if (value !== null) known[code] = value
  }
  return known
}
