import type { Label } from './label.ts'

/** How the rows behind a figure become its number. A share is given in 0 to 1; `latest` has one row, the newest that is not archived. */
export const figureOps = ['count', 'sum', 'average', 'median', 'p90', 'share', 'latest'] as const
export type FigureOp = (typeof figureOps)[number]

/**
 * A named figure (指标数字): a number that always opens to the rows it was counted from. Module and noun make the key,
 * `land.suppliedSqm`; the definition says in words which rows count and of what, so that two people get one number.
 */
export interface Figure {
  readonly key: `${string}.${string}`
  readonly label: Label
  readonly unit: Label
  readonly definition: Label
  readonly op: FigureOp
}

export function figure(data: Figure): Figure {
  return data
}

/** What is wrong with a set of figures, one sentence each: wrong or repeated keys, empty texts. */
export function checkFigures(figures: readonly Figure[]): readonly string[] {
  const seen = new Set<string>()
  return figures.flatMap(({ key, label, unit, definition }) => {
    const findings: string[] = []
    if (!/^[a-z][A-Za-z]*(\.[a-z][A-Za-z0-9]*)+$/.test(key)) findings.push(`${key}: not of the form module.noun`)
    if (seen.has(key)) findings.push(`${key}: declared twice`)
    seen.add(key)
    const texts = [label, unit, definition].flatMap(({ zh, en }) => [zh, en])
    if (texts.some((text) => text.trim() === '')) findings.push(`${key}: empty text`)
    return findings
  })
}

/**
 * The figure's number from the values of its rows. Of no rows the count and the sum are 0, and everything else is null:
 * unknown, not zero. `count` and `share` count the values above 0 (a yes is 1); `p90` is the least value that nine of
 * ten rows do not exceed.
 */
export function figureOf(op: FigureOp, values: readonly number[]): number | null {
  const positive = values.filter((value) => value > 0).length
  const sum = values.reduce((total, value) => total + value, 0)
  if (op === 'count') return positive
  if (op === 'sum') return sum
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const at = (index: number) => sorted[index] as number
  switch (op) {
    case 'average':
      return sum / values.length
    case 'median':
      return (at(Math.floor((values.length - 1) / 2)) + at(Math.floor(values.length / 2))) / 2
    case 'p90':
      return at(Math.ceil((values.length * 9) / 10) - 1)
    case 'share':
      return positive / values.length
    case 'latest':
      return values.at(-1) ?? null
  }
}
