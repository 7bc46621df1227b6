import type { Drafted } from './draft.ts'
import type { Tables } from './tables.ts'
import { decisionArrow, owedArrow, startArrow, type World } from './world.ts'

interface Parts {
  readonly all: readonly Drafted[]
  readonly tables: Tables
  readonly horizon: number
  readonly floorDays: number
  readonly spread: number
  readonly lapses: number
  readonly deskCases: readonly number[]
  readonly permitOf: readonly number[]
  readonly productionOf: readonly number[]
}

/** Drafted activities and shared rows as flat arrays. */
export function layOut(parts: Parts): World {
  const { all, tables, deskCases, permitOf, productionOf } = parts
  const column = (read: (activity: Drafted) => number) => Int32Array.from(all, read)
  const arrows = arrowsOf(all)
  return {
    ...{ activities: all.length, projects: permitOf.length, desks: deskCases.length, horizon: parts.horizon },
    ...{ ...arrows, lapses: parts.lapses, spread: parts.spread, floorDays: parts.floorDays },
    readyAt: column(({ readyAt }) => readyAt),
    waitsAt: column(({ waitsAt }) => waitsAt),
    initial: Int32Array.from([...all.keys()].filter((a) => arrows.startPending[a] === 0)),
    prepFirst: column(({ prepFirst }) => prepFirst),
    prepValues: Int32Array.from(tables.prepValues),
    poolFirst: column(({ poolFirst }) => poolFirst),
    poolCount: column(({ poolCount }) => poolCount),
    before: Int32Array.from(tables.samples, ({ before }) => before),
    handling: Int32Array.from(tables.samples, ({ handling }) => handling),
    after: Int32Array.from(tables.samples, ({ after }) => after),
    floorAdd: column(({ floorAdd }) => floorAdd),
    floorRow: column(({ floorRow }) => floorRow),
    floorEnds: joined(tables.floors, parts.floorDays),
    deskOf: column(({ desk }) => desk),
    deskCases: Int32Array.from(deskCases),
    permitOf: Int32Array.from(permitOf),
    productionOf: Int32Array.from(productionOf),
  }
}

type Arrows = Pick<World, 'firstOut' | 'outTo' | 'outKind' | 'owedArrows' | 'startPending' | 'decisionPending'>

function arrowsOf(all: readonly Drafted[]): Arrows {
  const firstOut = new Int32Array(all.length + 1)
  const startPending = new Int32Array(all.length)
  const decisionPending = new Int32Array(all.length).fill(1)
  for (const [a, { out }] of all.entries()) {
    firstOut[a + 1] = (firstOut[a] as number) + out.length
    for (const { to, kind } of out) {
      if (kind === startArrow) startPending[to] = (startPending[to] as number) + 1
      if (kind === decisionArrow) decisionPending[to] = (decisionPending[to] as number) + 1
    }
  }
  const out = all.flatMap((activity) => activity.out)
  return {
    ...{ firstOut, startPending, decisionPending },
    outTo: Int32Array.from(out, ({ to }) => to),
    outKind: Int32Array.from(out, ({ kind }) => kind),
    owedArrows: Int32Array.from([...out.keys()].filter((o) => out[o]?.kind === owedArrow)),
  }
}

function joined(rows: readonly Int32Array[], length: number): Int32Array {
  const all = new Int32Array(rows.length * length)
  for (const [i, row] of rows.entries()) all.set(row, i * length)
  return all
}
