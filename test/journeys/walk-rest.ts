import { expect } from 'vitest'
import type { CasePaper } from '../../src/modules/cases/contract/paper.ts'
import { catalogue } from '../plans/given.ts'
import { type Player, planOf, type Scene } from './walk-cast.ts'
import type { Watch } from './walk-watch.ts'

interface Filed {
  readonly id: string
  version: number
}

/** Matters that bring what this one asks for, and what those ask for, and so on. */
function behind(code: string): ReadonlySet<string> {
  const bringing = (ref: string) =>
    catalogue.matters
      .filter(({ outputs }) => outputs.some((output) => output.code === ref))
      .map((matter) => matter.code)
  const found = new Set<string>()
  const open = [code]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const asked = catalogue.matters.find((one) => one.code === next)?.inputs ?? []
    for (const from of asked.flatMap(({ ref }) => bringing(ref))) {
      if (found.has(from)) continue
      found.add(from)
      open.push(from)
    }
  }
  return found
}

/** Files with every paper that is asked for and not there yet, but for those that are left out. */
export async function file(
  by: Player,
  project: string,
  matter: string,
  leftOut: readonly string[] = [],
): Promise<Filed> {
  const { papers } = await by.get(`/projects/${project}/applications/${matter}`)
  const given = (papers as CasePaper[]).filter(({ ref, status }) => status === 'needed' && !leftOut.includes(ref))
  const body = { project, matter, papers: given.map(({ ref }) => ({ ref, fileId: null, note: null })) }
  const { id, version } = await by.post('/cases', body)
  return { id: String(id), version: Number(version) }
}

/** One more step on a case; it keeps count of the version. */
export async function step(by: Player, filed: Filed, [verb, form = {}]: readonly [verb: string, form?: object]) {
  const { version } = await by.post(`/cases/${filed.id}/${verb}`, { version: filed.version, ...form })
  filed.version = Number(version)
}

export interface Others {
  /** Cases that were decided, by matter. */
  readonly done: ReadonlyMap<string, string>
  /** What was waited with may be filed from now on. */
  readonly release: (matter: string) => void
  /** Goes on, day after day, until this day; without one, until nothing but the goal is left and may be filed. */
  readonly carryOn: (until?: string) => Promise<void>
  /** Goes on until the day on which the plan starts this matter. */
  readonly reach: (matter: string) => Promise<void>
}

/** Looks on while the others go on. */
export interface Onlooker {
  /** Around each filing and each decision. */
  readonly each: (what: string, act: () => Promise<void>) => Promise<void>
  /** After a day on which something was done. */
  readonly evening: () => Promise<void>
}

/** Looks at the leader's page: nothing that the others do may move the permit away. */
export function holdsThePermit(seen: Watch): Onlooker {
  const each = async (what: string, act: () => Promise<void>) => {
    const move = await seen.reckon(what, act)
    expect(move.to <= move.from, JSON.stringify(move)).toBe(true)
  }
  return { each, evening: seen.shows }
}

const nobody: Onlooker = { each: (_, act) => act(), evening: async () => undefined }

interface Going {
  readonly goal: string
  readonly except: readonly string[]
  readonly onlooker?: Onlooker
}

const mostDays = 200

/**
 * What repeats: every other matter on the way to the goal is filed and accepted on the day that the plan says, and decided on the day on
 * which the plan has its end.
 */
export function others(
  scene: Pick<Scene, 'agent' | 'land' | 'leader' | 'project' | 'clock' | 'newDay'>,
  { goal, except, onlooker = nobody }: Going,
): Others {
  const { agent, land, project, clock } = scene
  const wanted = behind(goal)
  const held = new Set(except)
  const open = new Map<string, Filed>()
  const done = new Map<string, string>()
  const look = async () => {
    const { plan, progress } = await planOf(scene)
    const all = plan.matters.filter(({ code, applies, prior }) => applies && !prior && wanted.has(code))
    const startOf = (wantedCode: string) => plan.matters.find(({ code }) => code === wantedCode)?.startDate ?? '9999'
    return {
      unfiled: all.filter(({ code }) => progress.matters[code] === undefined && !held.has(code)),
      filed: all.filter(({ code }) => open.has(code)),
      startOf,
    }
  }
  const today = async () => {
    const { filed, unfiled } = await look()
    let acts = 0
    for (const { code, finishDate } of filed) {
      const one = open.get(code)
      if (!one || !finishDate || finishDate > clock.day()) continue
      open.delete(code)
      done.set(code, one.id)
      await onlooker.each(`${code} is decided`, () => step(land, one, ['decide', { result: 'pass' }]))
      acts++
    }
    for (const { code, startDate } of unfiled) {
      if (!startDate || startDate > clock.day()) continue
      await onlooker.each(`${code} is filed and accepted`, async () => {
        const one = await file(agent, project, code)
        open.set(code, one)
        await step(land, one, ['accept'])
      })
      acts++
    }
    if (filed.length + unfiled.length > 0) await onlooker.evening()
    return acts
  }
  /** Until nothing is left, or this day or this matter's first day has come. */
  const goOn = async ({ until, matter }: { until?: string | undefined; matter?: string }) => {
    for (let days = 0; days < mostDays; days++) {
      // What is decided on its day lets other things begin on the same day; an onlooker is shown one round a day.
      while ((await today()) > 0 && onlooker === nobody);
      if (clock.day() === until) return
      const { filed, unfiled, startOf } = await look()
      const ready = startOf(matter ?? goal)
      const idle = matter !== undefined || filed.length + unfiled.length === 0
      if (until === undefined && idle && ready <= clock.day()) return
      const soon = [...filed.map(({ finishDate }) => finishDate), ...unfiled.map(({ startDate }) => startDate), ready]
      const next = soon.filter((day): day is string => typeof day === 'string' && day > clock.day()).toSorted()[0]
      clock.to([next, until].filter((day) => day !== undefined).toSorted()[0] ?? clock.day())
      await scene.newDay()
    }
    throw new Error(`${matter ?? goal} is not reached by ${clock.day()}: ${JSON.stringify(await look())}`)
  }
  return {
    done,
    release: (matter) => held.delete(matter),
    carryOn: (until) => goOn({ until }),
    reach: (matter) => goOn({ matter }),
  }
}
