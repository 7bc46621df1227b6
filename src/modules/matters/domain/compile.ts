import { compileExpression } from '../../../kernel/feel/compile.ts'
import type { Label } from '../../../kernel/label.ts'
import { byCodePoint } from '../../../kernel/order.ts'
import type { Catalogue, FeeSchedule, Matter } from '../contract/catalogue.ts'
import type { CompiledCatalogue, CompiledFee } from '../contract/compiled.ts'
import { checkExpressions, factTypesOf } from './expressions.ts'
import { checkReferences } from './references.ts'
import { refuseErrors } from './refuse.ts'

export const noFees: FeeSchedule = { format: 'luodi-fees/1', facts: [], fees: [] }

/**
 * Turns a well-formed catalogue into what the planner reads.
 * Refuses (Problem invalid_input, matter and field named) unknown codes, doubled codes and rules that do not compile.
 */
export function compileCatalogue(catalogue: Catalogue, fees: FeeSchedule = noFees): CompiledCatalogue {
  refuseErrors([...checkReferences(catalogue, fees), ...checkExpressions(catalogue, fees)])
  const ownTypes = factTypesOf(catalogue.facts)
  const factTypes = factTypesOf([...catalogue.facts, ...fees.facts])
  const matters = ranked(catalogue).map((matter) => ({
    matter,
    applies: compileExpression(matter.applies, ownTypes, 'boolean'),
  }))
  return {
    catalogue,
    matters,
    indexOf: new Map(matters.map(({ matter }, rank) => [matter.code, rank])),
    papers: new Map(catalogue.materials.map((paper) => [paper.code, paper])),
    producersOf: producersOf(matters.map(({ matter }) => matter)),
    factTypes,
    refNames: refNamesOf(catalogue),
    fees: [...fees.fees]
      .sort((a, b) => byCodePoint(a.code, b.code))
      .map(
        (fee): CompiledFee => ({
          fee,
          amount: compileExpression(fee.amount, factTypes, 'number'),
          waiver: fee.waiver === undefined ? null : compileExpression(fee.waiver, factTypes, 'boolean'),
        }),
      ),
  }
}

/** Rank decides every tie: stage in the order of `stages`, then code by code point; inputs of a matter by code too. */
function ranked(catalogue: Catalogue): Matter[] {
  const stageRank = new Map(Object.keys(catalogue.stages).map((stage, i) => [stage, i]))
  const rankOf = (matter: Matter) => stageRank.get(matter.stage) ?? 0
  return catalogue.matters
    .map((matter) => ({ ...matter, inputs: [...matter.inputs].sort((a, b) => byCodePoint(a.ref, b.ref)) }))
    .sort((a, b) => rankOf(a) - rankOf(b) || byCodePoint(a.code, b.code))
}

function producersOf(matters: readonly Matter[]): Map<string, readonly number[]> {
  const producers = new Map<string, number[]>()
  matters.forEach((matter, rank) => {
    for (const output of new Set(matter.outputs.map((o) => o.code))) {
      producers.set(output, [...(producers.get(output) ?? []), rank])
    }
  })
  return producers
}

/** The same outcome may be named by several matters; the lowest code gives the name, so that the order of rows does not. */
function refNamesOf(catalogue: Catalogue): Map<string, Label> {
  const outcomes = [...catalogue.matters]
    .sort((a, b) => byCodePoint(b.code, a.code))
    .flatMap((matter) => matter.outputs)
  return new Map([...outcomes, ...catalogue.materials].map((row) => [row.code, { zh: row.name_zh, en: row.name_en }]))
}
