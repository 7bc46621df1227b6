import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildCalendar } from '../../../kernel/calendar.ts'
import { Problem } from '../../../kernel/problem.ts'
import { type Act, afterStep, readClock } from './bottleneck.ts'

const calendar = buildCalendar([JSON.parse(readFileSync('data/calendar/2026.json', 'utf8'))])
const act = (verb: Act['verb'], on: string, level: Act['level'], days: number | null = null): Act => ({
  ...{ verb, on, level, days },
})
const at = (acts: readonly Act[], today: string) => readClock(acts, { calendar, today })
const codeOf = (work: () => unknown) => {
  try {
    work()
    return null
  } catch (error) {
    return error instanceof Problem ? error.code : String(error)
  }
}

describe('the clock of a bottleneck', () => {
  const raised = act('raise', '2026-03-02', 1, 5)

  it('runs the working days of its level', () => {
    expect(at([raised], '2026-03-09')).toMatchObject({ dueOn: '2026-03-09', late: 0 })
    expect(at([raised], '2026-03-11')).toMatchObject({ late: 2, colour: 'overdue' })
  })

  it('begins anew one level up, is longer when extended, and ends with the solution', () => {
    const up = [raised, act('escalate', '2026-03-10', 2, 5)]
    expect(at(up, '2026-03-11')).toMatchObject({ dueOn: '2026-03-17', late: 0 })
    expect(at([...up, act('extend', '2026-03-11', 2, 3)], '2026-03-11').dueOn).toBe('2026-03-20')
    const solved = [...up, act('solve', '2026-03-12', 2)]
    expect(at(solved, '2026-06-01')).toMatchObject({ late: 0, colour: 'normal' })
    expect(at([...solved, act('reopen', '2026-06-01', 2, 5)], '2026-06-01').dueOn).toBe('2026-06-08')
  })
})

describe('a step with a bottleneck', () => {
  it('goes one level up to the third and no further', () => {
    expect(afterStep({ state: 'open', level: 1 }, 'escalate')).toEqual({ state: 'open', level: 2 })
    expect(codeOf(() => afterStep({ state: 'open', level: 3 }, 'escalate'))).toBe('bottlenecks.top_level')
  })

  it('asks that what is closed is taken up again first', () => {
    expect(codeOf(() => afterStep({ state: 'solved', level: 1 }, 'extend'))).toBe('bottlenecks.not_open')
    expect(codeOf(() => afterStep({ state: 'open', level: 1 }, 'reopen'))).toBe('bottlenecks.is_open')
    expect(afterStep({ state: 'dropped', level: 2 }, 'reopen')).toEqual({ state: 'open', level: 2 })
  })
})
