import { switchNames } from '../../../zones/contract/switches.ts'
import type { Changes, PlanRequest } from '../../contract/request.ts'
import { switchesOf } from '../../contract/scenario.ts'
import type { PlanNames } from '../../domain/lists/names.ts'
import { type PlanAddress, readAddress, requestOf } from '../address.ts'
import { factsOfCatalogue } from '../facts.ts'

/** The guide keeps its own page under `t`; the plan page lets it pass, and keeps the open why-panel under `m`. */
const ofTheGuide = 't'
export const openMatter = 'm'

/** The address as far as the catalogue in force knows what it names; the rest is told, never sent. */
export function readPlanAddress(search: Readonly<Record<string, string>>, names: PlanNames | null) {
  const { address, ignored } = readAddress(search)
  const odd = ignored.filter((part) => part !== ofTheGuide && part !== openMatter)
  if (names === null) return { address, ignored: odd }
  const { facts, refused } = factsOfCatalogue(address.facts, [...names.facts.values()])
  const { changes, unknown } = knownChanges(address.changes, names)
  return { address: { ...address, facts, changes }, ignored: [...odd, ...refused, ...unknown] }
}

function knownChanges(changes: Changes, names: PlanNames): { changes: Changes; unknown: string[] } {
  const known = (code: string) => names.matters.has(code)
  const input = (path: string) => {
    const [code = '', ref] = path.split('/')
    return names.matters.get(code)?.inputs.some((entry) => entry.ref === ref) ?? false
  }
  const kept = (days: Record<string, number>) =>
    Object.fromEntries(Object.entries(days).filter(([code]) => known(code)))
  const codes = [...Object.keys(changes.slips), ...Object.keys(changes.handling)]
  return {
    changes: { relax: changes.relax.filter(input), handling: kept(changes.handling), slips: kept(changes.slips) },
    unknown: [...codes.filter((code) => !known(code)), ...changes.relax.filter((path) => !input(path))],
  }
}

/** Own switches that equal the scenario's are none. A scenario always stands behind own switches: it decides whether standard land is assumed. */
export function planRequest(address: PlanAddress, today: string): PlanRequest {
  const { switches, ...rest } = requestOf(address, today)
  const scenario = address.scenario ?? 'reform'
  const own = switches !== undefined && switchNames.some((name) => switches[name] !== switchesOf[scenario][name])
  return { ...rest, scenario, ...(own && { switches }) }
}

/** The same project without own switches and without what-ifs. */
function plainOf({ switches: _switches, changes: _changes, ...rest }: PlanRequest): PlanRequest {
  return rest
}

function isChanged({ switches, changes }: PlanRequest): boolean {
  if (switches !== undefined) return true
  const { relax = [], handling = {}, slips = {} } = changes ?? {}
  return relax.length + Object.keys(handling).length + Object.keys(slips).length > 0
}

/** The plan to compare a changed one with; null when nothing was changed. */
export function unchangedOf(request: PlanRequest): PlanRequest | null {
  return isChanged(request) ? plainOf(request) : null
}

/** True when the step before was the unchanged plan itself: one comparison then says all. */
export function isUnchanged(before: PlanRequest, unchanged: PlanRequest): boolean {
  return !isChanged(before) && JSON.stringify(plainOf(before)) === JSON.stringify(unchanged)
}

/** The slips after one more: none below zero, none of zero kept. */
export function slipped(slips: Readonly<Record<string, number>>, code: string, days: number): Record<string, number> {
  const next = { ...slips, [code]: Math.max(0, (slips[code] ?? 0) + days) }
  return Object.fromEntries(Object.entries(next).filter(([, value]) => value > 0))
}
