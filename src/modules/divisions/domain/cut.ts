import { withoutShape } from '../../../kernel/geometry/clip.ts'
import type { Position, Shape } from '../../../kernel/geometry/shape.ts'

/** Degrees: longer than any zone. */
const far = 2

/** Both sides of the straight line through two points, the left one first; null: the line does not cross the shape. */
export function cutByLine(shape: Shape, from: Position, to: Position): readonly [Shape, Shape] | null {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.hypot(dx, dy)
  if (length === 0) return null
  const [ux, uy] = [(dx / length) * far, (dy / length) * far]
  const halfPlane = (sign: 1 | -1): Shape => {
    const [nx, ny] = [-uy * sign, ux * sign]
    const [back, ahead]: [Position, Position] = [
      [from[0] - ux, from[1] - uy],
      [from[0] + ux, from[1] + uy],
    ]
    const ring: Position[] = [back, ahead, [ahead[0] + nx, ahead[1] + ny], [back[0] + nx, back[1] + ny], back]
    return { type: 'Polygon', coordinates: [ring] }
  }
  const [left, right] = [withoutShape(shape, halfPlane(-1)), withoutShape(shape, halfPlane(1))]
  return left && right ? [left, right] : null
}
