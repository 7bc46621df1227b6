import type { Label } from '../label.ts'
import { Problem } from '../problem.ts'
import type { Place } from './ast.ts'

/** Where in which rule something is wrong; `fact` when one is concerned. */
export interface Spot {
  readonly source: string
  readonly at: Place
  readonly fact?: string
}

/** The problem of a rule that cannot be compiled: `details` carry the source and the place, 0-based, end excluded. */
export function refusal(reason: string, text: Label, spot: Spot): Problem {
  const { source, at, fact } = spot
  const part = source.slice(at.from, at.to)
  return new Problem(
    'invalid_input',
    `feel.${reason}`,
    {
      zh: `表达式第 ${at.from + 1} 个字符“${part}”：${text.zh}`,
      en: `Expression, character ${at.from + 1}, "${part}": ${text.en}`,
    },
    { source, from: at.from, to: at.to, ...(fact === undefined ? {} : { fact }) },
  )
}
