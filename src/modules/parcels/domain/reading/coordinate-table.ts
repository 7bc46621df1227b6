import type { Position } from '../../../../kernel/geometry/shape.ts'
import type { Label } from '../../../../kernel/label.ts'
import { areaUnder, bareHead, type Candidate, type GeometryRead, isHead, unreadable } from './candidate.ts'
import { positionOf } from './plane-position.ts'
import { closed, shapeFromRings } from './rings.ts'

/** 界址点成果表 (TD/T 1001-2012, app. E): one point a row, in order; X is the northing. Which of two numbers is which their size tells. */
const first = ['x', 'x坐标', '纵坐标', '北坐标', 'n', 'northing', '经度', 'lon', 'lng', 'longitude']
const second = ['y', 'y坐标', '横坐标', '东坐标', 'e', 'easting', '纬度', 'lat', 'latitude']
const ringHeads = ['圈号', 'ring']

type Cell = string | number | Date | null

interface Columns {
  readonly row: number
  readonly heads: readonly string[]
  readonly x: number
  readonly y: number
}

interface Gathered {
  readonly code: string | null
  name: string | null
  registeredSqm: number | null
  flaw: Label | null
  readonly rings: Map<string, Position[]>
}

export function readCoordinateTable(rows: readonly (readonly Cell[])[], meridian: number | null): GeometryRead {
  const columns = columnsOf(rows)
  const { heads } = columns
  const at = (fits: (head: string) => boolean) => heads.findIndex(fits)
  const codeAt = at((head) => isHead(head, 'code'))
  const nameAt = at((head) => isHead(head, 'name'))
  const areaAt = at((head) => isHead(head, 'area'))
  const ringAt = at((head) => ringHeads.includes(bareHead(head)))
  const found = new Map<string, Gathered>()
  let code = ''
  for (const [i, row] of rows.entries()) {
    if (i <= columns.row || row.every((cell) => textOf(cell) === '')) continue
    // Merged cells hold their text in the first row only.
    code = textOf(row[codeAt] ?? null) || code
    const one = found.get(code) ?? newOne(code)
    found.set(code, one)
    one.name ??= textOf(row[nameAt] ?? null) || null
    one.registeredSqm ??= areaUnder(heads[areaAt] ?? '', row[areaAt] ?? null)
    const placed = placedIn(row, columns, meridian)
    if ('flaw' in placed) one.flaw ??= inRow(i + 1, placed.flaw)
    else {
      const ring = textOf(row[ringAt] ?? null)
      one.rings.set(ring, [...(one.rings.get(ring) ?? []), placed.at])
    }
  }
  return { datum: null, candidates: [...found.values()].map(candidateOf) }
}

const newOne = (code: string): Gathered => ({
  ...{ code: code === '' ? null : code, name: null, registeredSqm: null, flaw: null, rings: new Map() },
})

function candidateOf({ rings, ...one }: Gathered): Candidate {
  return { ...one, shape: one.flaw === null ? shapeFromRings([...rings.values()].map(closed)) : null }
}

const textOf = (cell: Cell): string => (cell === null ? '' : String(cell).trim())

/** The row of heads, below whatever title stands above it. */
function columnsOf(rows: readonly (readonly Cell[])[]): Columns {
  for (const [row, cells] of rows.slice(0, 20).entries()) {
    const heads = cells.map(textOf)
    const x = heads.findIndex((head) => first.includes(bareHead(head)))
    const y = heads.findIndex((head) => second.includes(bareHead(head)))
    if (x >= 0 && y >= 0) return { row, heads, x, y }
  }
  throw unreadable(
    '坐标表里找不到坐标列：表头要有“地块编号、点号、X、Y”（或经度、纬度）。',
    'No columns of coordinates: the head of the table needs parcel, point, X, Y (or longitude, latitude).',
  )
}

/** In degrees a table may have either order: in China the two ranges do not meet. */
function placedIn(row: readonly Cell[], { x, y }: Columns, meridian: number | null) {
  const [a, b] = [textOf(row[x] ?? null), textOf(row[y] ?? null)]
  const [p, q] = [a === '' ? Number.NaN : Number(a), b === '' ? Number.NaN : Number(b)]
  if (Number.isNaN(p) || Number.isNaN(q)) return { flaw: noNumbers(a, b) }
  return p <= 54.5 && q >= 72 && q <= 136 ? positionOf(q, p, meridian) : positionOf(p, q, meridian)
}

function noNumbers(a: string, b: string): Label {
  return { zh: `坐标“${a}, ${b}”不是数：请更正。`, en: `the coordinates "${a}, ${b}" are no numbers: correct them.` }
}

function inRow(row: number, { zh, en }: Label): Label {
  return { zh: `第 ${row} 行：${zh}`, en: `Row ${row}: ${en}` }
}
