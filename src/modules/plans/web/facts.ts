import type { FactDeclaration } from '../../matters/contract/catalogue.ts'
import type { FactValues } from '../../matters/contract/fact-values.ts'

interface SortedFacts {
  readonly facts: FactValues
  /** Codes that the catalogue in force does not have, or whose value is of another type. */
  readonly refused: readonly string[]
}

/** An old link may name facts that a newer catalogue no longer asks: they are set aside and told, never sent. */
export function factsOfCatalogue(facts: FactValues, declarations: readonly FactDeclaration[]): SortedFacts {
  const byCode = new Map(declarations.map((declaration) => [declaration.code, declaration]))
  const fits = ([code, value]: [string, FactValues[string]]) => {
    const declaration = byCode.get(code)
    return declaration !== undefined && (value === null || accepts(declaration, value))
  }
  const entries = Object.entries(facts)
  return {
    facts: Object.fromEntries(entries.filter(fits)),
    refused: entries.filter((entry) => !fits(entry)).map(([code]) => code),
  }
}

function accepts({ type, options }: FactDeclaration, value: boolean | number | string): boolean {
  if (type !== 'choice') return typeof value === type
  return options?.some((option) => option.value === value) ?? false
}
