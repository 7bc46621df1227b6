import type { LayerPattern } from '../../../kernel/map-layer.ts'

/** Side of the square that a pattern repeats, in pixels. */
export const patternSide = 12

/** Strokes of one square of each pattern, the same in the legend, on the map and in print: an SVG path. */
export const patternPaths: Readonly<Record<LayerPattern, string>> = {
  none: '',
  rising: 'M0 12L12 0M-3 3L3 -3M9 15L15 9',
  falling: 'M0 0L12 12M-3 9L3 15M9 -3L15 3',
  grid: 'M0 6H12M6 0V12',
  dots: 'M2 3H4M8 9H10',
  waves: 'M0 6Q3 2 6 6T12 6',
}
