import { begin, type Engine } from './engine.ts'
import { layout } from './heap.ts'
import { draw } from './random.ts'
import { decisionArrow, startArrow } from './world.ts'

const { dynamicAt, fixedAt, arrowsAt, lapsedAt, headAt, tailAt, stackAt } = layout
const { horizonAt, spreadAt, keyAt, lastAt, recordBits, sampleBits } = layout
const { startPending, decisionPending, readyAt, waitsAt, cause, heldBy } = layout
const { sampleAt, decidedAt, spent, nextArrival } = layout
const { firstArrow, endArrow, prepFirst, poolFirst, poolCount, deskOf, floorRow, floorAdd } = layout
const { sampleBefore, sampleHandling, sampleAfter, deskPlaces, deskLess, deskFree } = layout
const [ofStart, ofDecision]: readonly [number, number] = [startArrow, decisionArrow]

/**
 * One possible future of the zone: a matter is filed when what it needs is there and prepared, waits at its desk for a free place in the
 * order of arrival, is handled as one of the samples was, and is decided when its floor is over and its results are there.
 *
 * An activity is told by the place of its records (`i`). `| 0` says that a sum is a place or a time, so that no overflow is looked for.
 */
export function simulate(engine: Engine, run: number): void {
  begin(engine, run)
  const { heap, initial } = engine
  const waiting = ((heap[dynamicAt] as number) + startPending) | 0
  const next = ((heap[dynamicAt] as number) + nextArrival) | 0
  const head = heap[headAt] as number
  for (let k = 0; k < initial.length; k++) {
    const i = initial[k] as number
    if (heap[waiting + i] === 0) file(heap, i)
  }
  for (let t = 0; t <= (heap[lastAt] as number); t++) {
    let i = heap[(head + t) | 0] as number
    if (i < 0) continue
    while (i >= 0) {
      handle(heap, i, t)
      i = heap[(next + i) | 0] as number
    }
    heap[(head + t) | 0] = -1
  }
}

/** Draws how preparation and handling will go, and puts the case on the list for the half day on which it comes to its desk. */
function file(heap: Int32Array, i: number): void {
  const fixed = ((heap[fixedAt] as number) + i) | 0
  const dynamic = ((heap[dynamicAt] as number) + i) | 0
  const horizon = heap[horizonAt] as number
  const drawn = draw(heap[keyAt] as number, i >> recordBits)
  const slow = Math.imul(drawn & 0xffff, heap[spreadAt] as number) >>> 16
  const pick = Math.imul(drawn >>> 16, heap[(fixed + poolCount) | 0] as number) >>> 16
  const sample = ((heap[(fixed + poolFirst) | 0] as number) + (pick << sampleBits)) | 0
  const ready = heap[(dynamic + readyAt) | 0] as number
  const prepared = heap[((heap[(fixed + prepFirst) | 0] as number) + slow) | 0] as number
  const filed = Math.min(Math.max((ready + prepared) | 0, 0), horizon)
  const t = Math.min((filed + (heap[(sample + sampleBefore) | 0] as number)) | 0, horizon)
  heap[(dynamic + sampleAt) | 0] = sample
  heap[(dynamic + decidedAt) | 0] = floorOf(heap, fixed, filed)
  heap[(dynamic + nextArrival) | 0] = -1
  arrive(heap, i, t)
}

/** At the end of the list of a half day. */
function arrive(heap: Int32Array, i: number, t: number): void {
  const head = ((heap[headAt] as number) + t) | 0
  const tail = ((heap[tailAt] as number) + t) | 0
  if ((heap[head] as number) < 0) heap[head] = i
  else heap[((heap[dynamicAt] as number) + (heap[tail] as number) + nextArrival) | 0] = i
  heap[tail] = i
  if (t > (heap[lastAt] as number)) heap[lastAt] = t
}

function handle(heap: Int32Array, i: number, t: number): void {
  const dynamic = ((heap[dynamicAt] as number) + i) | 0
  const sample = heap[(dynamic + sampleAt) | 0] as number
  const desk = heap[((heap[fixedAt] as number) + i + deskOf) | 0] as number
  let days = heap[(sample + sampleHandling) | 0] as number
  let begins = t
  if (desk >= 0 && days > 0) {
    days = Math.max((days - (heap[(desk + deskLess) | 0] as number)) | 0, 0)
    if ((heap[(desk + deskPlaces) | 0] as number) > 0) begins = takePlace(heap, desk, t, days)
  }
  const decided = (begins + days + (heap[(sample + sampleAfter) | 0] as number)) | 0
  const floor = heap[(dynamic + decidedAt) | 0] as number
  // Where the floor is what is waited for, the desk costs nothing.
  heap[(dynamic + spent) | 0] = (((begins - t) | 0) << 16) | (floor > decided ? 0 : Math.min(days, 0xffff))
  heap[(dynamic + decidedAt) | 0] = Math.max(floor, decided)
  const left = ((heap[(dynamic + decisionPending) | 0] as number) - 1) | 0
  heap[(dynamic + decisionPending) | 0] = left
  if (left === 0) settle(heap, i)
}

function floorOf(heap: Int32Array, fixed: number, filed: number): number {
  const row = heap[(fixed + floorRow) | 0] as number
  if (row < 0) return (filed + (heap[(fixed + floorAdd) | 0] as number)) | 0
  return heap[(row + (filed >> 1)) | 0] as number
}

/** The first free place of a desk, from when it is free or from now. Places are a heap: its root is replaced and sinks. */
function takePlace(heap: Int32Array, desk: number, t: number, days: number): number {
  const base = heap[(desk + deskFree) | 0] as number
  const places = heap[(desk + deskPlaces) | 0] as number
  const begins = Math.max(heap[base] as number, t)
  const end = (begins + days) | 0
  let place = 0
  for (;;) {
    let child = ((place << 1) + 1) | 0
    if (child >= places) break
    let earlier = heap[(base + child) | 0] as number
    const other = (child + 1) | 0
    if (other < places && (heap[(base + other) | 0] as number) < earlier) {
      child = other
      earlier = heap[(base + child) | 0] as number
    }
    if (earlier >= end) break
    heap[(base + place) | 0] = earlier
    place = child
  }
  heap[(base + place) | 0] = end
  return begins
}

/** An activity ends: what waited for it may start, or be decided, and so on. */
function settle(heap: Int32Array, ended: number): void {
  const stack = heap[stackAt] as number
  const dynamic = heap[dynamicAt] as number
  const arrows = heap[arrowsAt] as number
  let n = stack
  heap[n] = ended
  while (n >= stack) {
    const i = heap[n] as number
    n = (n - 1) | 0
    const fixed = ((heap[fixedAt] as number) + i) | 0
    const waits = heap[(dynamic + i + waitsAt) | 0] as number
    const finish = Math.max(waits, heap[(dynamic + i + decidedAt) | 0] as number)
    const end = heap[(fixed + endArrow) | 0] as number
    for (let o = heap[(fixed + firstArrow) | 0] as number; o < end; o = (o + 1) | 0) {
      const arrow = heap[(arrows + o) | 0] as number
      const to = arrow >> 2
      const kind = arrow & 3
      const after = (dynamic + to) | 0
      if (kind === ofDecision) {
        if (finish > (heap[(after + waitsAt) | 0] as number)) {
          heap[(after + waitsAt) | 0] = finish
          heap[(after + heldBy) | 0] = i
        }
        const left = ((heap[(after + decisionPending) | 0] as number) - 1) | 0
        heap[(after + decisionPending) | 0] = left
        if (left === 0) {
          n = (n + 1) | 0
          heap[n] = to
        }
      } else if (kind === ofStart || heap[((heap[lapsedAt] as number) + o) | 0] === 1) {
        if (finish > (heap[(after + readyAt) | 0] as number)) {
          heap[(after + readyAt) | 0] = finish
          heap[(after + cause) | 0] = i
        }
        const left = ((heap[(after + startPending) | 0] as number) - 1) | 0
        heap[(after + startPending) | 0] = left
        if (left === 0) file(heap, to)
      }
    }
  }
}
