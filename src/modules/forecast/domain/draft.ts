import type { NetworkMatter } from '../../plans/contract/network.ts'
import { type HalfDays, halfDayOf } from './axis.ts'
import type { GivenProject } from './given.ts'
import type { Tables } from './tables.ts'
import { decisionArrow, owedArrow, startArrow } from './world.ts'

/** An activity before it is laid out in arrays. */
export interface Drafted {
  readonly matter: NetworkMatter
  readonly filed: boolean
  readonly prepFirst: number
  readonly poolFirst: number
  readonly poolCount: number
  readonly floorAdd: number
  readonly floorRow: number
  readonly desk: number
  readyAt: number
  waitsAt: number
  readonly out: { readonly to: number; readonly kind: number }[]
}

export interface Drafting {
  readonly axis: HalfDays
  readonly tables: Tables
  readonly deskOf: ReadonlyMap<string, number>
  readonly floorDays: number
  readonly all: Drafted[]
}

/** Adds what is still to be done of a project. Answers by place in its network the activity; −1 for what is done. */
export function draftProject(drafting: Drafting, project: GivenProject): Int32Array {
  const { all } = drafting
  const { matters, arrows } = project.network
  const activityOf = new Int32Array(matters.length).fill(-1)
  const begins = halfDayOf(drafting.axis, project.startOn)
  for (const [place, matter] of matters.entries()) {
    if (project.happened[matter.code]?.finished !== undefined) continue
    activityOf[place] =
      all.push(drafted(drafting, { matter, begins, filedOn: project.happened[matter.code]?.filed })) - 1
  }
  for (const { from, to, kind } of arrows) {
    const after = all[activityOf[to] as number]
    if (after === undefined) continue
    const before = all[activityOf[from] as number]
    // What is filed has started: only its decision can still wait.
    if (after.filed && kind !== 'decision') continue
    if (before) before.out.push({ to: activityOf[to] as number, kind: kinds[kind] })
    else if (kind !== 'owed') fix(after, kind, endOf(drafting.axis, project, from))
  }
  return activityOf
}

const kinds = { start: startArrow, decision: decisionArrow, owed: owedArrow } as const

function fix(after: Drafted, kind: 'start' | 'decision', end: number): void {
  if (kind === 'start') after.readyAt = Math.max(after.readyAt, end)
  else after.waitsAt = Math.max(after.waitsAt, end)
}

function endOf(axis: HalfDays, { network, happened }: GivenProject, place: number): number {
  const finished = happened[network.matters[place]?.code ?? '']?.finished
  return finished === undefined ? 0 : halfDayOf(axis, finished)
}

interface Standing {
  readonly matter: NetworkMatter
  /** The half day on which the project begins. */
  readonly begins: number
  readonly filedOn: string | undefined
}

function drafted(drafting: Drafting, { matter, begins, filedOn }: Standing): Drafted {
  const { axis, tables, deskOf, floorDays } = drafting
  const elapsed = filedOn === undefined ? null : Math.max(0, -halfDayOf(axis, filedOn))
  const pool = tables.pool(matter, elapsed)
  // A floor of what is filed already runs since then; what is left of it is in the samples.
  const floor = elapsed === null ? matter.floor : null
  return {
    ...{ matter, filed: elapsed !== null, poolFirst: pool.first, poolCount: pool.count },
    prepFirst: tables.prep(elapsed === null ? matter.preparation : 0),
    floorAdd: floor?.unit === 'workday' ? Math.ceil(2 * floor.days) : 0,
    floorRow: floor?.unit === 'calendarDay' ? tables.floor(axis, floor.days, floorDays) : -1,
    desk: deskOf.get(matter.authority) ?? -1,
    readyAt: elapsed === null ? begins : 0,
    waitsAt: -1,
    out: [],
  }
}
