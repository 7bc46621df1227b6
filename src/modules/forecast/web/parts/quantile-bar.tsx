import { laterOf } from '../../../../kernel/order.ts'
import type { Told } from '../../contract.ts'

/** Days between which all bars of a list lie. */
export interface Span {
  readonly from: string
  readonly to: string
}

export function spanOf(all: readonly Told[], from: string): Span {
  const days = all.flatMap(({ by95, promised }) => [from, by95, promised.on].filter((day) => day !== null))
  return { from, to: days.toSorted().at(-1) ?? from }
}

const width = 240
const height = 22
const pad = 5

/** Thick from 50 to 80 %, thin to 95 %; a diamond where it was promised. The table beside it says the same in words. */
export function QuantileBar({ told, span }: { readonly told: Told; readonly span: Span }) {
  const { by50, by80, by95, promised } = told
  if (by50 === null || by80 === null || by95 === null) return null
  const x = placeIn(span)
  const [a, b, c] = [x(by50), x(by80), x(by95)]
  const p = promised.on === null ? null : x(laterOf(promised.on, span.from))
  return (
    <svg className="quantile-bar" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <line className="quantile-axis" x1={pad} x2={width - pad} y1={11} y2={11} />
      <line className="quantile-thin" x1={b} x2={c} y1={11} y2={11} />
      <rect className="quantile-thick" x={a} width={Math.max(b - a, 2)} y={5} height={12} />
      <line className="quantile-end" x1={c} x2={c} y1={5} y2={17} />
      {p !== null && <path className="quantile-promise" d={`M${p} 3 l5 8 l-5 8 l-5 -8 z`} />}
    </svg>
  )
}

function placeIn({ from, to }: Span): (day: string) => number {
  const [first, last] = [Date.parse(from), Date.parse(to)]
  const length = Math.max(last - first, 1)
  return (day) => pad + ((Date.parse(day) - first) / length) * (width - 2 * pad)
}
