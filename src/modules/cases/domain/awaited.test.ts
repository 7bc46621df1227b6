import { describe, expect, it } from 'vitest'
import { begin, calendar, step, type Walk } from '../../../../test/support/cases.ts'
import { clockOn } from '../../../kernel/clock-state.ts'
import { plainAction } from './facts.ts'
import { applyAction } from './fold.ts'

const begun = (): Walk => {
  const { facts, actions } = begin('2026-03-02', ['promise', 'zone-study', 'later', 'with-decision'])
  const papers = facts.papers.map((paper) => ({ ...paper, preReview: paper.ref === 'form' }))
  return { facts: { ...facts, papers }, actions }
}
const accept = (awaiting: string[], ...underway: string[]) =>
  step(
    begun(),
    '2026-03-03',
    { verb: 'accept', input: { owed: [], covered: [], awaiting } },
    { underway: new Set(underway) },
  )
const promised = ({ facts }: Walk, today: string) => {
  const clock = facts.clocks.find(({ kind }) => kind === 'promised')
  if (!clock) throw new Error('no promised limit')
  return clockOn(clock.clock, { calendar, today })
}
const arrived = ({ facts, actions }: Walk, on: string): Walk => {
  const action = {
    ...plainAction('arrive', on, { id: null, name: 'system' }),
    reason: '前序已办结',
    papers: [{ ref: 'form', status: 'accepted', note: null }],
  } as const
  return { facts: applyAction(facts, action), actions: [...actions, action] }
}

describe('an earlier result that a later office waits for (滨州 2020 第16条)', () => {
  it('is awaited only where an earlier office works on it', () => {
    expect(() => accept(['form'])).toThrow(/have it applied for/)
    expect(() => accept(['later'], 'later')).toThrow(/is there already/)
    expect(() => accept([], 'form')).toThrow(/missing/)
    expect(accept(['form'], 'form').facts.papers.find(({ ref }) => ref === 'form')?.status).toBe('awaited')
  })

  it('stops the limits until it is there, and the decision with them; a refusal is possible before', () => {
    const walk = accept(['form'], 'form')
    expect(promised(walk, '2026-04-30')).toMatchObject({ colour: 'suspended', used: 0 })
    const pass = { verb: 'decide', input: { result: 'pass', reason: null, remedies: null } } as const
    expect(() => step(walk, '2026-03-05', pass)).toThrow(/not there yet/)
    const refusal = { result: 'not_pass', reason: '不符合', remedies: '可以复议' } as const
    expect(step(walk, '2026-03-05', { verb: 'decide', input: refusal }).facts.state).toBe('not_passed')
    const procedure = { procedure: 'testing', reason: '检测', promisedDays: 3, paper: null } as const
    expect(() => step(walk, '2026-03-05', { verb: 'suspend', input: procedure })).toThrow(/stand still already/)
    const then = arrived(walk, '2026-03-10')
    expect(promised(then, '2026-03-11')).toMatchObject({ used: 1 })
    expect(step(then, '2026-03-11', pass).facts.state).toBe('passed')
  })
})
