import { compileExpression, type Expression, type FactType, type FactTypes } from '../../../kernel/feel/compile.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { Catalogue, FactDeclaration, FeeSchedule } from '../contract/catalogue.ts'
import type { Finding } from '../contract.ts'
import { error, type Place } from './refuse.ts'

export function factTypesOf(facts: readonly FactDeclaration[]): FactTypes {
  return new Map(facts.map((fact): [string, FactType] => [fact.code, typeOf(fact)]))
}

function typeOf(fact: FactDeclaration): FactType {
  return fact.options === undefined
    ? { type: fact.type }
    : { type: fact.type, options: fact.options.map((option) => option.value) }
}

/** Compiles one rule, or names the place where it cannot be. */
export function compileAt(
  place: Place,
  source: string,
  types: FactTypes,
  expected: 'boolean' | 'number',
): Expression | Finding {
  const rule = tryCompile(source, types, expected)
  return rule instanceof Problem ? error(rule.code, place, rule.text.zh, rule.text.en) : rule
}

/** The rule compiled, or the refusal with its place: for checks that go on where a rule is broken. */
export function tryCompile(source: string, types: FactTypes, expected: 'boolean' | 'number'): Expression | Problem {
  try {
    return compileExpression(source, types, expected)
  } catch (cause) {
    if (cause instanceof Problem) return cause
    throw cause
  }
}

/** Every rule compiles, over declared facts, to the type that its place asks for. */
export function checkExpressions(catalogue: Catalogue, fees: FeeSchedule): Finding[] {
  const types = factTypesOf([...catalogue.facts, ...fees.facts])
  const ownTypes = factTypesOf(catalogue.facts)
  const compiled = [
    ...catalogue.matters.map((m) => compileAt({ matter: m.code, field: 'applies' }, m.applies, ownTypes, 'boolean')),
    ...fees.fees.map((f) => compileAt({ matter: f.code, field: 'amount' }, f.amount, types, 'number')),
    ...fees.fees.flatMap((f) =>
      f.waiver === undefined ? [] : [compileAt({ matter: f.code, field: 'waiver' }, f.waiver, types, 'boolean')],
    ),
  ]
  return compiled.filter((one): one is Finding => 'level' in one)
}
