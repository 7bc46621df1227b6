import data from '../../../../../data/catalogue/questions.json' with { type: 'json' }
import type { Label } from '../../../../kernel/label.ts'

/** One page of the guide: facts that one person answers in one go. */
export interface Topic {
  readonly code: string
  readonly title: Label
  readonly help: Label
  readonly facts: readonly string[]
}

/** How a fact is asked; what is absent falls back on the catalogue's own question. */
export interface FactHint {
  /** A yes-or-no fact as a sentence to tick. */
  readonly statement?: Label
  readonly hint?: Label
  /** `mu`: people think of land in 亩, the catalogue counts hectares. */
  readonly helper?: string
  /** More than this is taken for a slip of the pen. */
  readonly max?: number
  readonly options?: Readonly<Record<string, { readonly label: Label; readonly hint?: Label }>>
}

export const topics: readonly Topic[] = data.topics
const hints: Readonly<Record<string, FactHint>> = data.facts
const units: Readonly<Record<string, Label>> = data.units
const examples: Readonly<Record<string, Label>> = data.examples

export function hintOf(fact: string): FactHint {
  return hints[fact] ?? {}
}

export function unitLabel(unit: string | undefined): Label {
  return unit === undefined ? { zh: '', en: '' } : (units[unit] ?? { zh: unit, en: unit })
}

/** Names of the example projects, which live in data/catalogue/projects.json. */
export function exampleName(code: string): Label {
  return examples[code] ?? { zh: code, en: code }
}

export const exampleCodes = Object.keys(examples)
