import { expect, test } from 'vitest'
import { begin, calendar, step, type Walk } from '../../../../test/support/cases.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { CommandOf } from '../contract/decisions.ts'
import { deemAcceptance } from './deemed.ts'
import { applyAction } from './fold.ts'

const system = { id: null, name: 'system' }

/** Nobody answered an application that came with these papers. */
function lapsed(given: readonly string[], committed: readonly string[] = []): Walk {
  const { facts, actions } = begin('2026-03-02', given)
  const action = deemAcceptance(facts, { calendar, today: '2026-03-10', actor: system, committed: new Set(committed) })
  if (action === null) throw new Error('the time to answer is not over')
  return { facts: applyAction(facts, action), actions: [...actions, action] }
}

function decide(walk: Walk, result: CommandOf<'decide'>['result']): string {
  try {
    step(walk, '2026-03-12', { verb: 'decide', input: { result, reason: '理由', remedies: '可以复议' } })
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
  return 'decided'
}

const supply = (walk: Walk, ...refs: string[]) =>
  step(walk, '2026-03-11', {
    verb: 'supply',
    input: { papers: refs.map((ref) => ({ ref, fileId: null, note: null })) },
  })

test('what is there is accepted, what a commitment stands for is replaced, and what is missing is owed', () => {
  const { facts, actions } = lapsed(['form'], ['promise'])
  expect(facts.papers.map(({ ref, status }) => `${ref} ${status}`)).toEqual([
    'form accepted',
    'later owed',
    'with-decision owed',
    'promise replaced',
    'zone-study owed',
  ])
  expect(facts).toMatchObject({ state: 'accepted', acceptedOn: '2026-03-02', deemedAcceptedOn: '2026-03-02' })
  expect(actions.at(-1)).toMatchObject({ verb: 'deemAccepted', on: '2026-03-10', actor: system })
  expect(actions.at(-1)?.reason).toContain('第三十二条')
})

test('a paper that no tolerance covers must come before the case passes, and it can come', () => {
  const walk = lapsed(['later', 'with-decision', 'promise', 'zone-study'])
  expect(decide(walk, 'pass')).toBe('cases.papers_owed')
  expect(decide(walk, 'pass_with_tolerance')).toBe('cases.not_tolerable')
  expect(decide(walk, 'not_pass')).toBe('decided')
  expect(decide(supply(walk, 'form'), 'pass')).toBe('decided')
})

test('the limits run from the day of receipt, an owed paper from the day on which it became owed', () => {
  const { clocks } = lapsed(['form', 'promise']).facts
  expect(
    clocks.map(({ kind, clock }) => `${kind} ${clock.ledger.map(({ kind: what, on }) => `${what} ${on}`)}`),
  ).toEqual([
    'receipt started 2026-03-02,ended 2026-03-10',
    'statutory started 2026-03-02',
    'promised started 2026-03-02',
    'owed started 2026-03-10',
    'owed started 2026-03-10',
  ])
})

test('is recorded on the day of a later note when somebody made one, never before it', () => {
  const noted = step(begin('2026-03-02'), '2026-03-12', { verb: 'record', input: { reason: '电话沟通' } })
  const given = { calendar, actor: system, committed: new Set<string>() }
  expect(deemAcceptance(noted.facts, { ...given, today: '2026-03-13' })).toMatchObject({
    on: '2026-03-12',
    countsFrom: '2026-03-02',
  })
})
