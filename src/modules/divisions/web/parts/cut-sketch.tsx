import { boxOf } from '../../../../kernel/geometry/box.ts'
import { positionsOf } from '../../../../kernel/geometry/geojson.ts'
import { type Position, polygonsOf, type Shape } from '../../../../kernel/geometry/shape.ts'
import { useText } from '../../../../web/text.tsx'

const width = 360
const edge = 24
/** A click this near to a corner means the corner. */
const reach = 10

interface CutSketchProps {
  readonly shape: Shape
  readonly parts: readonly Shape[]
  /** Of the line that is being drawn: none, one or both ends. */
  readonly points: readonly Position[]
  readonly onPoint: (at: Position) => void
}

/** The outline with its parts, north up: two clicks are a line. The same is typed below it. */
export function CutSketch({ shape, parts, points, onPoint }: CutSketchProps) {
  const say = useText()
  const [west, south, east, north] = boxOf(shape)
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = width / Math.max((east - west) * narrow, (north - south) / 1.2, 1e-9)
  const height = (north - south) * scale
  const pixel = ([x, y]: Position): readonly [number, number] => [(x - west) * narrow * scale, (north - y) * scale]
  const corners = parts.flatMap((part) => positionsOf(part).map(([x, y]): Position => [x, y]))
  const place = (x: number, y: number): Position => {
    const near = corners.find((corner) => Math.hypot(pixel(corner)[0] - x, pixel(corner)[1] - y) <= reach)
    return near ?? [west + x / (narrow * scale), north - y / scale]
  }
  const path = (part: Shape) =>
    polygonsOf(part)
      .flat()
      .map(
        (ring) =>
          `M${ring
            .map((at) =>
              pixel([at[0], at[1]])
                .map((value) => value.toFixed(1))
                .join(' '),
            )
            .join('L')}Z`,
      )
      .join('')
  const [from, to] = points.map(pixel)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the fields below it do the same by keys
    <svg
      role="img"
      aria-label={say({
        zh: `地块轮廓，上北，现为 ${parts.length} 块`,
        en: `Outline, north up, ${parts.length} parts`,
      })}
      viewBox={`${-edge} ${-edge} ${(east - west) * narrow * scale + 2 * edge} ${height + 2 * edge}`}
      style={{ width: '100%', maxWidth: width + 2 * edge, height: 'auto', cursor: 'crosshair' }}
      onClick={(event) => {
        const matrix = event.currentTarget.getScreenCTM()
        if (!matrix) return
        const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse())
        onPoint(place(x, y))
      }}
    >
      {parts.map((part, i) => (
        <path
          key={path(part)}
          d={path(part)}
          fill={i % 2 === 0 ? 'var(--brand-soft)' : 'var(--amber-soft)'}
          stroke="currentColor"
          strokeWidth={2}
          fillRule="evenodd"
        />
      ))}
      {from && to && <line x1={from[0]} y1={from[1]} x2={to[0]} y2={to[1]} stroke="var(--red)" strokeWidth={3} />}
      {points.map((at) => (
        <circle key={at.join()} cx={pixel(at)[0]} cy={pixel(at)[1]} r={5} fill="var(--red)" />
      ))}
    </svg>
  )
}
