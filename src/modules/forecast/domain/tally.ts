import type { Engine } from './engine.ts'
import { layout } from './heap.ts'
import type { World } from './world.ts'

const { dynamicAt, fixedAt, desksAt, recordSize, deskBits } = layout
const { waitsAt, cause, heldBy, decidedAt, spent, deskOf } = layout

/** What runs come to, added up: milestones of every run, and by desk the half days that it cost. */
export interface Tally {
  readonly runs: number
  /** Half days by run and project; −1 where no milestone is to come. */
  readonly permit: Int32Array
  readonly production: Int32Array
  /** On the paths to the milestones: time at the desk and before it. */
  readonly pathHandling: Float64Array
  readonly pathWaiting: Float64Array
}

export function createTally(world: World, runs: number): Tally {
  return {
    runs,
    permit: new Int32Array(world.projects * runs).fill(-1),
    production: new Int32Array(world.projects * runs).fill(-1),
    pathHandling: new Float64Array(world.desks),
    pathWaiting: new Float64Array(world.desks),
  }
}

/** Reads a finished run off the engine. A project's path leads to its permit, or to production when the permit is there or none is needed. */
export function add(tally: Tally, { world, heap }: Engine, run: number): void {
  const { permitOf, productionOf, projects } = world
  for (let p = 0; p < projects; p++) {
    const permit = permitOf[p] as number
    const production = productionOf[p] as number
    if (permit >= 0) tally.permit[run * projects + p] = finishOf(heap, permit)
    if (production >= 0) tally.production[run * projects + p] = finishOf(heap, production)
    walk(tally, heap, (permit >= 0 ? permit : production) * recordSize)
  }
}

function finishOf(heap: Int32Array, activity: number): number {
  const dynamic = (heap[dynamicAt] as number) + activity * recordSize
  return Math.max(heap[dynamic + waitsAt] as number, heap[dynamic + decidedAt] as number)
}

/** Back along what held each step up, to where it began. */
function walk({ pathHandling, pathWaiting }: Tally, heap: Int32Array, from: number): void {
  const [fixed, desks] = [heap[fixedAt] as number, heap[desksAt] as number]
  let i = from
  while (i >= 0) {
    const dynamic = ((heap[dynamicAt] as number) + i) | 0
    if ((heap[(dynamic + waitsAt) | 0] as number) > (heap[(dynamic + decidedAt) | 0] as number)) {
      i = heap[(dynamic + heldBy) | 0] as number
      continue
    }
    const desk = heap[(fixed + i + deskOf) | 0] as number
    if (desk >= 0) {
      const d = (desk - desks) >> deskBits
      const days = heap[(dynamic + spent) | 0] as number
      pathHandling[d] = (pathHandling[d] as number) + (days & 0xffff)
      pathWaiting[d] = (pathWaiting[d] as number) + (days >> 16)
    }
    i = heap[(dynamic + cause) | 0] as number
  }
}
