import type { Expression, FactTypes } from '../../../kernel/feel/compile.ts'
import type { Label } from '../../../kernel/label.ts'
import type { Catalogue, Fee, Matter, Paper } from './catalogue.ts'

/** A matter with its rule compiled. Its index in `CompiledCatalogue.matters` is its rank: stage in the order of `stages`, then code. */
export interface CompiledMatter {
  readonly matter: Matter
  readonly applies: Expression
}

export interface CompiledFee {
  readonly fee: Fee
  readonly amount: Expression
  readonly waiver: Expression | null
}

/** A catalogue that passed every check, in canonical order: what the planner reads. The order of rows in the file is gone. */
export interface CompiledCatalogue {
  readonly catalogue: Catalogue
  readonly matters: readonly CompiledMatter[]
  readonly indexOf: ReadonlyMap<string, number>
  readonly papers: ReadonlyMap<string, Paper>
  /** Names of papers and outcomes by the code that inputs use. */
  readonly refNames: ReadonlyMap<string, Label>
  /** Outcome code → ranks of the matters that produce it, ascending. */
  readonly producersOf: ReadonlyMap<string, readonly number[]>
  readonly factTypes: FactTypes
  readonly fees: readonly CompiledFee[]
}
