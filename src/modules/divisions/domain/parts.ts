import { areaSqm } from '../../../kernel/geometry/area.ts'
import type { Position, Shape } from '../../../kernel/geometry/shape.ts'
import { cutByLine } from './cut.ts'

export interface Line {
  readonly from: Position
  readonly to: Position
}

/** A shape cut by straight lines, each through everything that it crosses. */
export function partsBy(shape: Shape, lines: readonly Line[]): readonly Shape[] {
  return lines.reduce<readonly Shape[]>(
    (parts, { from, to }) => parts.flatMap((part) => cutByLine(part, from, to) ?? [part]),
    [shape],
  )
}

/** The registered area shared out by drawn areas, to the hundredth; the last part takes what rounding leaves, so that the sum holds. */
export function shareOut(registeredSqm: number, parts: readonly Shape[]): readonly number[] {
  const drawn = parts.map(areaSqm)
  const whole = drawn.reduce((sum, one) => sum + one, 0)
  const cents = drawn.map((one) => Math.round((100 * registeredSqm * one) / whole))
  const before = cents.slice(0, -1)
  return [...before, Math.round(100 * registeredSqm) - before.reduce((sum, one) => sum + one, 0)].map(
    (one) => one / 100,
  )
}
