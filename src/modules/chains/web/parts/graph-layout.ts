import { type Lane, lanes } from '../../contract/lane.ts'

export interface LaidNode {
  readonly id: string
  readonly lane: Lane
}

export interface LaidLink {
  readonly id: string
  readonly from: string
  readonly to: string
}

/** A box in rem, from the upper left corner of the graph. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Layout {
  readonly boxes: ReadonlyMap<string, Box>
  /** SVG paths in rem, by link. */
  readonly paths: ReadonlyMap<string, string>
  readonly heads: readonly { readonly lane: Lane; readonly box: Box }[]
  readonly height: number
}

const nodeHeight = 5.4
const rowGap = 1.5
const columnGap = 4.5
const headHeight = 2.2
const headGap = 0.6
const columns = ['upstream', 'midstream', 'downstream'] as const

/**
 * Places the nodes of a chain: three lanes beside one another, what supports them in rows beneath, as many as fit. Nodes of a lane stand in
 * their given order. Pure: the same chain and width (rem) give the same picture.
 */
export function layoutOf(nodes: readonly LaidNode[], links: readonly LaidLink[], width: number): Layout {
  const column = (width - columnGap * (columns.length - 1)) / columns.length
  const boxes = new Map<string, Box>()
  const heads: { lane: Lane; box: Box }[] = []
  let deepest = 0
  columns.forEach((lane, i) => {
    const x = i * (column + columnGap)
    heads.push({ lane, box: { x, y: 0, width: column, height: headHeight } })
    const own = nodes.filter((node) => node.lane === lane)
    own.forEach(({ id }, row) => {
      boxes.set(id, { x, y: headHeight + headGap + row * (nodeHeight + rowGap), width: column, height: nodeHeight })
    })
    deepest = Math.max(deepest, own.length)
  })
  const bottom = headHeight + headGap + deepest * (nodeHeight + rowGap)
  const beneath = nodes.filter(({ lane }) => lane === 'supporting')
  const lower = new Set(beneath.map(({ id }) => id))
  if (lower.size === 0) return { boxes, heads, paths: pathsOf(links, boxes, lower), height: bottom }
  const top = bottom + rowGap
  heads.push({ lane: 'supporting', box: { x: 0, y: top, width, height: headHeight } })
  beneath.forEach(({ id }, i) => {
    const [at, row] = [i % columns.length, Math.floor(i / columns.length)]
    const y = top + headHeight + headGap + row * (nodeHeight + rowGap)
    boxes.set(id, { x: at * (column + columnGap), y, width: column, height: nodeHeight })
  })
  const rows = Math.ceil(beneath.length / columns.length)
  const height = top + headHeight + headGap + rows * (nodeHeight + rowGap)
  return { boxes, heads, paths: pathsOf(links, boxes, lower), height }
}

/** Lanes that have nodes, in order, each with its nodes: how the graph is read aloud and shown on a phone. */
export function byLane<N extends { readonly lane: Lane }>(
  nodes: readonly N[],
): readonly (readonly [Lane, readonly N[]])[] {
  return lanes.flatMap((lane) => {
    const own = nodes.filter((node) => node.lane === lane)
    return own.length === 0 ? [] : [[lane, own] as const]
  })
}

function pathsOf(
  links: readonly LaidLink[],
  boxes: ReadonlyMap<string, Box>,
  lower: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const drawn = links.filter(({ from, to }) => boxes.has(from) && boxes.has(to))
  const ends = (id: string, side: 'from' | 'to') => drawn.filter((link) => link[side] === id).map((link) => link.id)
  return new Map(
    links.flatMap((link) => {
      const [from, to] = [boxes.get(link.from), boxes.get(link.to)]
      if (!from || !to) return []
      const start = shareOf(ends(link.from, 'from'), link.id)
      const end = shareOf(ends(link.to, 'to'), link.id)
      const upright = lower.has(link.from) !== lower.has(link.to)
      return [[link.id, (upright ? uprightPath : pathOf)(from, to, { start, end })] as const]
    }),
  )
}

/** Ends of several links at one box spread along its side. */
function shareOf(ids: readonly string[], id: string): number {
  return (ids.indexOf(id) + 1) / (ids.length + 1)
}

interface Ends {
  readonly start: number
  readonly end: number
}

/** From side to side: forward to the next lanes; within one lane, or back, around the right. */
function pathOf(from: Box, to: Box, { start, end }: Ends): string {
  const right = { x: from.x + from.width, y: from.y + from.height * start }
  const left = { x: to.x, y: to.y + to.height * end }
  if (left.x > right.x) return curve(right, left, (left.x - right.x) / 2)
  const back = { x: to.x + to.width, y: left.y }
  const out = Math.max(right.x, back.x) + columnGap * 0.6
  return `M${at(right)} C${at({ x: out, y: right.y })} ${at({ x: out, y: back.y })} ${at(back)}`
}

interface Point {
  readonly x: number
  readonly y: number
}

function curve(from: Point, to: Point, pull: number): string {
  return `M${at(from)} C${at({ x: from.x + pull, y: from.y })} ${at({ x: to.x - pull, y: to.y })} ${at(to)}`
}

/** Between what supports and the lanes above: out of one upper or lower side, into the other. */
function uprightPath(from: Box, to: Box, { start, end }: Ends): string {
  const up = from.y > to.y
  const a = { x: from.x + from.width * start, y: up ? from.y : from.y + from.height }
  const b = { x: to.x + to.width * end, y: up ? to.y + to.height : to.y }
  const pull = (b.y - a.y) / 2
  return `M${at(a)} C${at({ x: a.x, y: a.y + pull })} ${at({ x: b.x, y: b.y - pull })} ${at(b)}`
}

function at({ x, y }: Point): string {
  return `${x.toFixed(2)} ${y.toFixed(2)}`
}
