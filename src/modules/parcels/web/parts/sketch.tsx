import { boxOf } from '../../../../kernel/geometry/box.ts'
import { polygonsOf, type Shape } from '../../../../kernel/geometry/shape.ts'

const width = 320

/** Outline of a parcel, north up; a degree of longitude is shortened as at its latitude. */
export function Sketch({ shape, label }: { readonly shape: Shape; readonly label: string }) {
  const [west, south, east, north] = boxOf(shape)
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = width / Math.max((east - west) * narrow, 1e-9)
  const height = Math.min(Math.max((north - south) * scale, 40), 480)
  const path = polygonsOf(shape)
    .flat()
    .map(
      (ring) =>
        `M${ring.map(([x, y]) => `${((x - west) * narrow * scale).toFixed(1)} ${((north - y) * scale).toFixed(1)}`).join('L')}Z`,
    )
    .join('')
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`-8 -8 ${width + 16} ${height + 16}`}
      style={{ width: '100%', maxWidth: width, height: 'auto' }}
    >
      <path d={path} fill="none" stroke="currentColor" strokeWidth={2} fillRule="evenodd" />
    </svg>
  )
}
