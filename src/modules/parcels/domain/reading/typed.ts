import type { Position, Shape } from '../../../../kernel/geometry/shape.ts'
import type { Label } from '../../../../kernel/label.ts'
import { positionOf } from './plane-position.ts'
import { closed } from './rings.ts'

/** Points typed one a line, the closing one or not: degrees or Gauss–Krüger metres, see `positionOf`. Fewer than three are no shape yet. */
export function shapeTyped(
  text: string,
  meridian: number | null,
): { readonly shape: Shape | null; readonly flaw: Label | null } {
  const positions: Position[] = []
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    // What a survey puts before the two numbers (J1, 1) is no coordinate.
    const [a = Number.NaN, b = Number.NaN] = line
      .trim()
      .split(/[\s,，;；]+/)
      .slice(-2)
      .map(Number)
    const placed = Number.isNaN(a + b) ? { flaw: noNumbers } : positionOf(a, b, meridian)
    if ('flaw' in placed) return { shape: null, flaw: inLine(i + 1, placed.flaw) }
    positions.push(placed.at)
  }
  if (positions.length < 3) return { shape: null, flaw: null }
  return { shape: { type: 'Polygon', coordinates: [[...closed(positions)]] }, flaw: null }
}

const noNumbers: Label = { zh: '要有两个数。', en: 'it needs two numbers.' }

function inLine(line: number, { zh, en }: Label): Label {
  return { zh: `第 ${line} 行：${zh}`, en: `Line ${line}: ${en}` }
}
