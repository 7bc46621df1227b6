import { byCodePoint } from '../../../kernel/order.ts'
import { type CaseState, caseStates, stateMeanings } from '../../cases/contract/state.ts'
import type { CodeKind, Unmapped } from '../contract/rows.ts'
import type { RemoteEvent } from './read-row.ts'

/** How codes of the provincial platform are read here; undefined: nothing answers to the code. */
export interface Reading {
  /** Id of the project. */
  readonly project: (code: string) => string | undefined
  /** Code of the matter in the catalogue. */
  readonly matter: (code: string) => string | undefined
  readonly state: (code: string) => CaseState | undefined
}

/** A case as the province has it: its latest application for a matter of a project. */
export interface RemoteCase {
  readonly projectId: string
  readonly matter: string
  readonly instance: string
  readonly state: CaseState
  /** When that state began, ISO. */
  readonly at: string
  readonly receivedOn: string
  readonly decidedOn: string | null
}

interface ReadEvent {
  readonly event: RemoteEvent
  readonly projectId: string
  readonly matter: string
  readonly state: CaseState
}

/**
 * The cases that these events tell of. The order in which they came, and how often, makes no difference: the latest by its own time holds,
 * of two at one moment the one with the higher national number of state, then the higher code of the application.
 */
export function foldEvents(events: readonly RemoteEvent[], reading: Reading): RemoteCase[] {
  const read = events.flatMap((event): ReadEvent[] => {
    const projectId = reading.project(event.projectCode)
    const matter = reading.matter(event.matterCode)
    const state = reading.state(event.stateCode)
    return projectId === undefined || matter === undefined || state === undefined
      ? []
      : [{ event, projectId, matter, state }]
  })
  const groups = Map.groupBy(read, ({ projectId, matter }) => `${projectId} ${matter}`)
  return [...groups.keys()].sort(byCodePoint).map((key) => caseOf(groups.get(key) ?? []))
}

function caseOf(group: readonly ReadEvent[]): RemoteCase {
  const sorted = [...group].sort(laterLast)
  const last = sorted.at(-1) as ReadEvent
  const own = sorted.filter(({ event }) => event.instance === last.event.instance)
  const decided = own.findLast(({ state }) => decisions.includes(state))
  return {
    ...{ projectId: last.projectId, matter: last.matter, instance: last.event.instance, state: last.state },
    at: last.event.at,
    receivedOn: dayInChina((own[0] as ReadEvent).event.at),
    decidedOn: decided ? dayInChina(decided.event.at) : null,
  }
}

const decisions: readonly CaseState[] = ['passed', 'passed_with_tolerance', 'not_passed']

function laterLast(a: ReadEvent, b: ReadEvent): number {
  const order = byCodePoint(a.event.at, b.event.at)
  if (order !== 0) return order
  const numbers = stateMeanings[a.state].number - stateMeanings[b.state].number
  return numbers !== 0 ? numbers : byCodePoint(a.event.instance, b.event.instance)
}

export function dayInChina(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)
}

const stateOfNumber = new Map(caseStates.map((state) => [String(stateMeanings[state].number), state]))

/** The state with this national number. */
export function stateOfCode(code: string): CaseState | undefined {
  return stateOfNumber.get(code.replace(/^0+(?=\d)/, ''))
}

/** Codes that nothing answers to, with the rows that wait for them. */
export function unmappedOf(events: readonly RemoteEvent[], reading: Reading): Unmapped[] {
  const found = new Map<string, Unmapped>()
  const miss = (kind: CodeKind, code: string, example: string) => {
    const known = found.get(`${kind} ${code}`)
    found.set(`${kind} ${code}`, known ? { ...known, rows: known.rows + 1 } : { kind, code, rows: 1, example })
  }
  const inOrder = [...events].sort((a, b) => byCodePoint(a.at, b.at) || byCodePoint(a.instance, b.instance))
  for (const { projectCode, matterCode, stateCode, instance } of inOrder) {
    if (reading.project(projectCode) === undefined) miss('project', projectCode, `${matterCode} ${instance}`)
    if (reading.matter(matterCode) === undefined) miss('matter', matterCode, `${projectCode} ${instance}`)
    if (reading.state(stateCode) === undefined) miss('state', stateCode, `${projectCode} ${matterCode} ${instance}`)
  }
  return [...found.keys()].sort(byCodePoint).map((key) => found.get(key) as Unmapped)
}
