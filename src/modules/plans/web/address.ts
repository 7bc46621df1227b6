import { dayNumber } from '../../../kernel/calendar.ts'
import type { FactValues } from '../../matters/contract/fact-values.ts'
import { type Switches, type SwitchName, switchNames } from '../../zones/contract/switches.ts'
import type { Changes, PlanRequest } from '../contract/request.ts'
import { type ScenarioName, scenarioNames } from '../contract/scenario.ts'
import { joinItems, joinPairs, splitItems, splitPairs } from './address-items.ts'

/**
 * Everything a guide or plan page shows, as it stands in the address: a link reopens the same plan, nothing is stored.
 * A fact with value null was looked at and left as "not sure"; a fact that is absent was never answered.
 */
export interface PlanAddress {
  readonly zone?: string
  /** `YYYY-MM-DD`. */
  readonly start?: string
  readonly scenario?: ScenarioName
  readonly facts: FactValues
  readonly switches?: Switches
  readonly changes: Changes
}

/**
 * Query parameters by their short keys: z zone, d start day, s scenario; facts as y (yes), n (no), u (not sure),
 * q (quantities), c (choices); w switches that are on; r relaxed inputs, h promised handling days, p slips.
 */
const keys = ['z', 'd', 's', 'y', 'n', 'u', 'q', 'c', 'w', 'r', 'h', 'p'] as const
/** What a page keeps of its own view, no part of the plan: t topic open in the guide, m matter open on the plan, v view of the plan. */
const viewKeys = ['t', 'm', 'v'] as const
/** Whoever is signed in comes with the zone in which the other pages work: planned for when the link names none. */
const zoneAtWork = 'zone'
type Key = (typeof keys)[number]
export type AddressSearch = Partial<Record<Key, string>>

export interface ReadAddress {
  readonly address: PlanAddress
  /** Parts of the address that could not be read, for a notice: parameter names, facts, matters. */
  readonly ignored: readonly string[]
}

const noSwitch = 'none'

export const emptyAddress: PlanAddress = { facts: {}, changes: { relax: [], handling: {}, slips: {} } }

export function writeAddress(address: PlanAddress): AddressSearch {
  const facts = Object.entries(address.facts)
  const named = (wanted: boolean | null) => joinItems(facts.filter(([, v]) => v === wanted).map(([code]) => code))
  const typed = (type: 'number' | 'string') =>
    joinPairs(facts.flatMap(([code, v]) => (typeof v === type ? [[code, String(v)] as const] : [])))
  const days = (values: Record<string, number>) => joinPairs(Object.entries(values).map(([k, v]) => [k, String(v)]))
  const on = switchNames.filter((name) => address.switches?.[name])
  const search: Required<AddressSearch> = {
    z: address.zone ?? '',
    d: address.start ?? '',
    s: address.scenario ?? '',
    y: named(true),
    n: named(false),
    u: named(null),
    q: typed('number'),
    c: typed('string'),
    w: address.switches === undefined ? '' : joinItems(on) || noSwitch,
    r: joinItems(address.changes.relax),
    h: days(address.changes.handling),
    p: days(address.changes.slips),
  }
  return Object.fromEntries(Object.entries(search).filter(([, text]) => text !== ''))
}

export function readAddress(search: Readonly<Record<string, unknown>>): ReadAddress {
  const known: readonly string[] = [...keys, ...viewKeys, zoneAtWork]
  const ignored = Object.keys(search).filter((key) => !known.includes(key))
  const text = textIn(search)
  const numbers = (key: 'q' | 'h' | 'p') => {
    const pairs = splitPairs(text(key)).map(([code, value]) => [code, numberOf(value, key !== 'q')] as const)
    ignored.push(...pairs.filter(([, value]) => value === null).map(([code]) => code))
    return pairs.flatMap(([code, value]) => (value === null ? [] : [[code, value] as const]))
  }
  const atWork = search[zoneAtWork]
  const zone = text('z') || (typeof atWork === 'string' ? atWork : '')
  const scenario = scenarioNames.find((name) => name === text('s'))
  if (text('s') !== '' && scenario === undefined) ignored.push('s')
  const start = isDay(text('d')) ? text('d') : undefined
  if (text('d') !== '' && start === undefined) ignored.push('d')
  const facts = readFacts(text, numbers('q'))
  const switches = readSwitches(text('w'), ignored)
  const changes: Changes = {
    relax: splitItems(text('r')),
    handling: Object.fromEntries(numbers('h')),
    slips: Object.fromEntries(numbers('p')),
  }
  const address = {
    ...(zone !== '' && { zone }),
    ...(start !== undefined && { start }),
    ...(scenario !== undefined && { scenario }),
    facts,
    ...(switches !== undefined && { switches }),
    changes,
  }
  return { address, ignored }
}

/** The request that the planner's endpoints take; `today` stands in when the address names no start. */
export function requestOf(address: PlanAddress, today: string): PlanRequest {
  const { start, ...rest } = address
  return { ...rest, start: start ?? today }
}

const textIn = (search: Readonly<Record<string, unknown>>) => (key: Key) => {
  const value = search[key]
  return typeof value === 'string' ? value : ''
}

function readFacts(text: (key: Key) => string, quantities: readonly (readonly [string, number])[]): FactValues {
  return Object.fromEntries<FactValues[string]>([
    ...splitItems(text('u')).map((code) => [code, null] as const),
    ...splitItems(text('n')).map((code) => [code, false] as const),
    ...splitItems(text('y')).map((code) => [code, true] as const),
    ...quantities,
    ...splitPairs(text('c')),
  ])
}

function readSwitches(text: string, ignored: string[]): Switches | undefined {
  if (text === '') return undefined
  const on = splitItems(text).filter((name) => name !== noSwitch)
  ignored.push(...on.filter((name) => !(switchNames as readonly string[]).includes(name)))
  return Object.fromEntries(switchNames.map((name) => [name, on.includes(name)])) as Record<SwitchName, boolean>
}

function numberOf(text: string, nonNegative: boolean): number | null {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(value) && !(nonNegative && value < 0) ? value : null
}

function isDay(text: string): boolean {
  try {
    dayNumber(text)
    return true
  } catch {
    return false
  }
}
