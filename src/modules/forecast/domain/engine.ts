import { layout as at } from './heap.ts'
import { draw, keyOf } from './random.ts'
import type { World } from './world.ts'

/** A change of one desk to be tried: so many cases more at once, so many half days less on each. */
export interface DeskChange {
  readonly desk: number
  readonly more: number
  readonly less: number
}

/** The array that runs work in, made once and filled anew by every run; its parts are told in `heap.ts`. */
export interface Engine {
  readonly world: World
  readonly seed: number
  readonly heap: Int32Array
  /** What is put back before every run. */
  readonly fresh: Int32Array
  readonly free: { readonly from: number; readonly to: number }
  /** Places of the activities that wait for nothing. */
  readonly initial: Int32Array
}

export function createEngine(world: World, seed: number, change: DeskChange | null = null): Engine {
  const { activities, desks, horizon } = world
  const places = world.deskCases.slice()
  if (change !== null) places[change.desk] = (places[change.desk] as number) + change.more
  const free = places.reduce((sum, cases) => sum + cases, 0)
  const records = activities * at.recordSize
  const header = new Int32Array(at.headerSize)
  const sizes: readonly (readonly [number, number])[] = [
    ...([
      [at.dynamicAt, records],
      [at.fixedAt, records],
    ] as const),
    ...([
      [at.arrowsAt, world.outTo.length],
      [at.lapsedAt, world.outTo.length],
    ] as const),
    ...([
      [at.headAt, horizon + 1],
      [at.tailAt, horizon + 1],
      [at.stackAt, activities],
    ] as const),
    ...([
      [at.prepAt, world.prepValues.length],
      [at.samplesAt, world.before.length * at.sampleSize],
    ] as const),
    ...([
      [at.floorsAt, world.floorEnds.length],
      [at.desksAt, desks * at.deskSize],
    ] as const),
  ]
  let size = at.headerSize
  for (const [name, length] of sizes) {
    header[name] = size
    size += length
  }
  header[at.horizonAt] = horizon
  header[at.spreadAt] = world.spread
  const heap = new Int32Array(size + free)
  heap.set(header)
  layFixed(world, heap)
  layDesks(heap, places, { first: size, change })
  const initial = world.initial.map((a) => a * at.recordSize)
  return { world, seed, heap, initial, fresh: freshOf(world), free: { from: size, to: size + free } }
}

function freshOf(world: World): Int32Array {
  const fresh = new Int32Array(world.activities * at.recordSize)
  for (let a = 0; a < world.activities; a++) {
    const i = a * at.recordSize
    fresh[i + at.startPending] = world.startPending[a] as number
    fresh[i + at.decisionPending] = world.decisionPending[a] as number
    fresh[i + at.readyAt] = world.readyAt[a] as number
    fresh[i + at.waitsAt] = world.waitsAt[a] as number
    fresh[i + at.cause] = -1
    fresh[i + at.heldBy] = -1
  }
  return fresh
}

function layFixed(world: World, heap: Int32Array): void {
  const place = (name: number) => heap[name] as number
  heap.set(world.prepValues, place(at.prepAt))
  heap.set(world.floorEnds, place(at.floorsAt))
  heap.fill(-1, place(at.headAt), place(at.headAt) + world.horizon + 1)
  // Where it leads, and of which kind, in one number.
  heap.set(
    world.outTo.map((to, o) => to * at.recordSize * 4 + (world.outKind[o] as number)),
    place(at.arrowsAt),
  )
  const { firstOut, floorDays } = world
  const sample = (first: number) => place(at.samplesAt) + first * at.sampleSize
  const where = (start: number, size: number) => (n: number) => (n < 0 ? -1 : start + n * size)
  interleave(heap, { from: place(at.fixedAt), step: at.recordSize, length: world.activities }, [
    ...[firstOut, firstOut.subarray(1), world.prepFirst.map((n) => n + place(at.prepAt)), world.poolFirst.map(sample)],
    ...[world.poolCount, world.deskOf.map(where(place(at.desksAt), at.deskSize))],
    ...[world.floorRow.map(where(place(at.floorsAt), floorDays)), world.floorAdd],
  ])
  const samples = { from: place(at.samplesAt), step: at.sampleSize, length: world.before.length }
  interleave(heap, samples, [world.before, world.handling, world.after])
}

interface Rows {
  readonly from: number
  readonly step: number
  readonly length: number
}

function interleave(heap: Int32Array, { from, step, length }: Rows, columns: readonly Int32Array[]): void {
  for (const [c, column] of columns.entries())
    for (let i = 0; i < length; i++) heap[from + i * step + c] = column[i] as number
}

function layDesks(heap: Int32Array, places: Int32Array, given: { first: number; change: DeskChange | null }): void {
  let first = given.first
  for (const [d, cases] of places.entries()) {
    const desk = (heap[at.desksAt] as number) + d * at.deskSize
    heap[desk + at.deskPlaces] = cases
    heap[desk + at.deskLess] = given.change?.desk === d ? given.change.less : 0
    heap[desk + at.deskFree] = first
    first += cases
  }
}

/** Empties the desks, puts everything back to where the zone stands, and draws which tolerances lapse. */
export function begin({ world, heap, fresh, free, seed }: Engine, run: number): void {
  const key = keyOf(seed, run)
  const dynamic = heap[at.dynamicAt] as number
  const lapsed = heap[at.lapsedAt] as number
  heap[at.keyAt] = key
  heap[at.lastAt] = 0
  heap.set(fresh, dynamic)
  heap.fill(0, free.from, free.to)
  for (let i = 0; i < world.owedArrows.length; i++) {
    const arrow = world.owedArrows[i] as number
    const lapses = draw(key, world.activities + arrow) >>> 16 < world.lapses ? 1 : 0
    const waiting = dynamic + (world.outTo[arrow] as number) * at.recordSize + at.startPending
    heap[lapsed + arrow] = lapses
    heap[waiting] = (heap[waiting] as number) + lapses
  }
}
