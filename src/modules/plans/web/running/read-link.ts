import type { FactDeclaration } from '../../../matters/contract/catalogue.ts'
import type { FactValues } from '../../../matters/contract/fact-values.ts'
import { readAddress } from '../address.ts'
import { factsOfCatalogue } from '../facts.ts'

export interface LinkAnswers {
  readonly facts: FactValues
  readonly start: string | null
  /** Parts that the catalogue in force does not know: told, never stored. */
  readonly refused: readonly string[]
}

/** The answers that a link of the guide or of a plan carries; null when the text is no such link. */
export function answersOfLink(text: string, declarations: readonly FactDeclaration[]): LinkAnswers | null {
  const at = text.indexOf('?')
  if (at < 0) return null
  const search = Object.fromEntries(new URLSearchParams(text.slice(at + 1).split('#')[0]))
  const { address, ignored } = readAddress(search)
  const { facts, refused } = factsOfCatalogue(address.facts, declarations)
  const answered = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null))
  if (Object.keys(answered).length === 0) return null
  return { facts: answered, start: address.start ?? null, refused: [...ignored, ...refused] }
}
