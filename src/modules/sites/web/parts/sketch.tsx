import type { ReactNode } from 'react'
import { useText } from '../../../../web/text.tsx'
import type { SiteCard } from '../../contract/card.ts'

interface Props {
  readonly rings: SiteCard['rings']
  readonly name: string
  readonly children?: ReactNode
}

/** Outline of a parcel in metres, north up; what is drawn upon it stands in the same metres, north upwards. */
export function Sketch({ rings, name, children }: Props) {
  const say = useText()
  const { width, height } = sizeOf(rings)
  const edge = Math.max(width, height) * 0.06
  const text = say({
    zh: `${name}的形状，东西 ${Math.round(width)} 米，南北 ${Math.round(height)} 米`,
    en: `Shape of ${name}, ${Math.round(width)} m wide and ${Math.round(height)} m deep`,
  })
  return (
    <figure className="sites-sketch">
      {/* What can be moved within it must stay within reach: a picture hides its parts. */}
      <svg
        role={children ? 'group' : 'img'}
        aria-label={text}
        viewBox={`${-edge} ${-edge} ${width + 2 * edge} ${height + 2 * edge}`}
      >
        <g transform={`translate(0 ${height}) scale(1 -1)`}>
          <path
            className="sites-ground"
            fillRule="evenodd"
            vectorEffect="non-scaling-stroke"
            d={rings.map((ring) => `M${ring.map(([x, y]) => `${x} ${y}`).join('L')}Z`).join('')}
          />
          {children}
        </g>
      </svg>
      <figcaption className="small soft">
        {say({
          zh: `东西 ${Math.round(width)} 米，南北 ${Math.round(height)} 米，上北`,
          en: `${Math.round(width)} m × ${Math.round(height)} m, north is up`,
        })}
      </figcaption>
    </figure>
  )
}

export function sizeOf(rings: SiteCard['rings']) {
  const points = rings.flat()
  return { width: Math.max(1, ...points.map(([x]) => x)), height: Math.max(1, ...points.map(([, y]) => y)) }
}
