import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { buildCalendar } from '../../../kernel/calendar.ts'
import type { HandledCase } from '../../cases/contract/handled.ts'
import type { NetworkMatter, PlanNetwork } from '../../plans/contract/network.ts'
import { dayBy } from '../contract/quantiles.ts'
import type { ForecastResult } from '../contract/result.ts'
import { ForecastRules } from '../contract/rules.ts'
import { capacityOf } from './desks.ts'
import { type Asked, forecast } from './forecast.ts'
import type { Given, GivenProject } from './given.ts'

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../../../data/${path}`, import.meta.url), 'utf8'))
const calendar = buildCalendar([2024, 2025, 2026].map((year) => read(`calendar/${year}.json`)))
const shipped = ForecastRules.parse(read('forecast/rules.json'))
/** As long as the limits say, one case at a time. */
const exact = { ...shipped, casesAtOnce: 1, spread: { handling: [1], preparation: [1], works: [1] } }

function matter(code: string, days: number, more: Partial<NetworkMatter> = {}): NetworkMatter {
  const limit = { days, unit: 'workday' } as const
  return { code, authority: '审批局', preparation: 0, limit, floor: null, lasts: null, ...more }
}

const milestones = { contract: null, permit: 5, jointAccept: null, production: null, incomplete: false }

function network(matters: readonly NetworkMatter[], arrows: PlanNetwork['arrows'] = []): PlanNetwork {
  return { matters, arrows, milestones, dayZero: '2026-03-02', undated: [] }
}

function project(id: string, of: PlanNetwork, happened: GivenProject['happened'] = {}): GivenProject {
  return { id, startOn: '2026-03-02', network: of, happened }
}

function given(projects: readonly GivenProject[], more: Partial<Given> = {}): Given {
  const none = { history: [], owed: { met: 0, lapsed: 0 }, desks: [] }
  return { today: '2026-03-02', calendar, projects, rules: exact, ...none, ...more }
}

function run(zone: Given, asked: Asked = { runs: 20, seed: 1 }): ForecastResult {
  const steps = forecast(zone, asked)
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}

const permitBy = (result: ForecastResult, id: string, share = 0.5) =>
  dayBy(result.outcomes.find(({ projectId }) => projectId === id)?.permit.spread ?? [], share)
const permit = (days = 3) => network([matter('construction-permit', days)])
const ofApproval = { id: 'approval', absent: 0, casesAtOnce: null, authorities: ['审批局'] }
const oneOfficer = [{ ...ofApproval, officers: 1 }]

function decided(handling: number, i: number): HandledCase {
  const days = { receivedOn: '2026-01-05', acceptedOn: '2026-01-05', decidedOn: `2026-01-${10 + i}` }
  const code = { id: `${i}`, projectId: 'past', matter: 'construction-permit', authority: '审批局' }
  return { ...code, ...days, before: 0, handling, suspended: 0, corrected: false }
}

describe('desks', () => {
  test('shrink by the share of their people who are away, and never to nobody', () => {
    const desk = { ...ofApproval, officers: 2 }
    const { absenceDays } = shipped
    const cases = (more: object) => capacityOf({ ...desk, ...more }, { history: [], rules: shipped })
    expect(cases({})).toEqual({ cases: 10, from: 'assumed', each: 5 })
    expect(cases({ absent: absenceDays })).toMatchObject({ cases: 5 })
    expect(cases({ absent: absenceDays / 2 })).toMatchObject({ cases: 8 })
    expect(cases({ absent: 10 * absenceDays })).toMatchObject({ cases: 1 })
    expect(cases({ casesAtOnce: 8 })).toEqual({ cases: 16, from: 'set', each: 8 })
    expect(cases({ officers: 0 })).toMatchObject({ cases: 0, from: 'unknown' })
  })

  test('with one officer the second case waits for the first; with two it does not', () => {
    const two = [project('a', permit()), project('b', permit())]
    const queued = run(given(two, { desks: oneOfficer }))
    expect([permitBy(queued, 'a'), permitBy(queued, 'b')]).toEqual(['2026-03-05', '2026-03-10'])
    const [desk] = queued.desks
    expect(desk).toMatchObject({ departmentId: 'approval', handlingDays: 6, waitingDays: 3, from: 'assumed' })
    // The second three days earlier, the first as before; a day less on each case is one and two days.
    expect(desk?.oneMore).toEqual({ permitDays: 1.5, productionDays: null })
    expect(desk?.dayLess).toEqual({ permitDays: 1.5, productionDays: null })
  })

  test('a desk whose people nobody has named makes nothing wait, and says that it is unknown', () => {
    const desks = [{ ...ofApproval, officers: 0 }]
    const result = run(given([project('a', permit()), project('b', permit())], { desks }))
    expect([permitBy(result, 'a'), permitBy(result, 'b')]).toEqual(['2026-03-05', '2026-03-05'])
    expect(result.desks[0]).toMatchObject({ from: 'unknown', cases: 0, oneMore: null })
  })

  test('one that has carried more at a time than assumed works on so many', () => {
    const history = [1, 2, 3, 4, 5].map((i) => decided(3, i))
    const two = [project('a', permit()), project('b', permit())]
    const result = run(given(two, { desks: oneOfficer, history }))
    expect(result.desks[0]).toMatchObject({ cases: 5, from: 'measured', waitingDays: 0 })
  })
})

describe('durations', () => {
  test('come from the zone’s own decided cases once there are enough, and the answer says so', () => {
    const few = [1, 2, 3, 4].map((i) => decided(1, i))
    const limits = run(given([project('a', permit())], { history: few }))
    expect([permitBy(limits, 'a'), limits.rests.matters]).toEqual([
      '2026-03-05',
      [{ matter: 'construction-permit', cases: 0, known: 4, open: 1 }],
    ])
    const enough = run(given([project('a', permit())], { history: [...few, decided(9, 5)] }), { runs: 400, seed: 3 })
    expect(enough.rests.matters[0]).toMatchObject({ cases: 5, known: 5 })
    expect([permitBy(enough, 'a', 0.5), permitBy(enough, 'a', 0.95)]).toEqual(['2026-03-03', '2026-03-13'])
  })

  test('a legal minimum is not shortened: thirty calendar days, moved to a working day', () => {
    const listing = matter('construction-permit', 1, { floor: { days: 30, unit: 'calendarDay' } })
    expect(permitBy(run(given([project('a', network([listing]))])), 'a')).toBe('2026-04-01')
  })

  test('what has happened is fixed; what is filed has run since then; what is not filed is filed today', () => {
    const chain = network([matter('first', 4), matter('construction-permit', 2)], [{ from: 0, to: 1, kind: 'start' }])
    const at = (happened: GivenProject['happened']) =>
      permitBy(run(given([project('a', chain, happened)], { today: '2026-03-05' })), 'a')
    expect(at({})).toBe('2026-03-13')
    expect(at({ first: { filed: '2026-03-02' } })).toBe('2026-03-10')
    expect(at({ first: { filed: '2026-03-02', finished: '2026-03-04' } })).toBe('2026-03-09')
  })

  test('works of unknown length leave what follows undated; a permit that is there is told by its day', () => {
    const works = matter('construction', 0, { lasts: undefined })
    const behind = network([works, matter('production-start', 0)], [{ from: 0, to: 1, kind: 'start' }])
    const [outcome] = run(given([project('a', behind)])).outcomes
    expect(outcome).toMatchObject({ permit: { state: 'none' }, production: { state: 'undated', spread: [] } })
    const done = { 'construction-permit': { filed: '2026-02-02', finished: '2026-02-05' } }
    expect(run(given([project('a', permit(), done)])).outcomes[0]?.permit).toMatchObject({
      ...{ state: 'done', doneOn: '2026-02-05', spread: [] },
    })
  })
})

describe('owed papers', () => {
  const arrows = [{ from: 0, to: 1, kind: 'owed' }] as const
  const zone = (owed: Given['owed']) =>
    given([project('a', network([matter('study', 10), matter('construction-permit', 2)], arrows))], { owed })

  test('a tolerance that holds lets the case begin; one that lapses has it filed again with the paper', () => {
    expect(permitBy(run(zone({ met: 20, lapsed: 0 })), 'a', 1)).toBe('2026-03-04')
    expect(permitBy(run(zone({ met: 0, lapsed: 20 })), 'a')).toBe('2026-03-18')
  })

  test('they lapse at the zone’s own rate; too few of them give the assumed one', () => {
    const half = run(zone({ met: 10, lapsed: 10 }), { runs: 2000, seed: 5 })
    const early = half.outcomes[0]?.permit.spread.find(({ on }) => on === '2026-03-04')?.runs ?? 0
    expect(early / 2000).toBeCloseTo(0.5, 1)
    expect(half.rests.owed).toEqual({ rate: 0.5, from: 'measured', papers: 20 })
    expect(run(zone({ met: 1, lapsed: 1 })).rests.owed).toEqual({ rate: 0.1, from: 'assumed', papers: 2 })
  })
})

test('same data, runs and seed: same answer; another seed: another', () => {
  const zone = given([project('a', permit(20))], { rules: shipped })
  const asked = { runs: 50, seed: 9 }
  expect(run(zone, asked)).toEqual(run(zone, asked))
  expect(run(zone, { runs: 50, seed: 10 }).outcomes).not.toEqual(run(zone, asked).outcomes)
})

test('an empty program is done at once, and nothing is to come', () => {
  const result = run(given([project('a', network([]))]))
  expect(result.outcomes[0]).toMatchObject({ permit: { state: 'none' }, production: { state: 'none' } })
  expect(result.desks).toEqual([])
})
