import { useText } from '../../../../web/text.tsx'
import type { Board } from './board-parts.tsx'

const [width, height, edge] = [640, 280, 70]

/** Where the buildings stand, north above, and how much of each is let; the table beneath says the same. */
export function BuildingSketch({ buildings }: Pick<Board, 'buildings'>) {
  const say = useText()
  const placed = buildings.flatMap(({ longitude, latitude, ...rest }) =>
    longitude === null || latitude === null ? [] : [{ ...rest, longitude, latitude }],
  )
  if (placed.length < 2) return null
  const x = scale(
    placed.map(({ longitude }) => longitude),
    width,
  )
  const y = scale(
    placed.map(({ latitude }) => latitude),
    height,
  )
  return (
    <svg
      className="lease-sketch"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={say({
        zh: '楼宇位置和出租情况，与下表相同',
        en: 'Buildings and what is let; as in the table beneath',
      })}
    >
      {placed.map(({ id, name, longitude, latitude, units, let: taken, expiring }) => (
        <g key={id} transform={`translate(${x(longitude)} ${height - y(latitude)})`}>
          <rect x={-22} y={-10} width={44} height={16} fill="var(--surface)" stroke="var(--edge)" />
          <rect x={-22} y={-10} width={(44 * taken) / units} height={16} fill="var(--brand)" />
          {expiring > 0 && <circle cx={22} cy={-10} r={5} fill="var(--amber)" stroke="var(--surface)" />}
          <text textAnchor="middle" y={20}>
            {name}
          </text>
          <text textAnchor="middle" y={33}>
            {taken}/{units}
          </text>
        </g>
      ))}
    </svg>
  )
}

function scale(values: readonly number[], size: number): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const span = high - low || 1
  return (value) => edge + ((value - low) / span) * (size - 2 * edge)
}
