import { describe, expect, it } from 'vitest'
import { dueWrits, sourceStep } from './source-step.ts'
import type { Step } from './subject.ts'

const step = (ordinal: number, verb: string, more: Partial<Step> = {}): Step => ({
  ...{
    ordinal,
    verb,
    on: '2026-03-02',
    reason: null,
    remedies: null,
    result: null,
    days: null,
    procedure: null,
    notice: null,
    papers: [],
  },
  ...more,
})
const owed = { papers: [{ ref: 'a', status: 'owed', note: null }] }

describe('which step asks for which writ', () => {
  it('follows the case', () => {
    const steps = [
      step(1, 'submit'),
      step(2, 'correct'),
      step(3, 'resubmit'),
      step(4, 'accept', owed),
      step(5, 'suspend'),
      step(6, 'extend'),
      step(7, 'decide', { result: 'pass_with_tolerance' }),
      step(8, 'issue'),
    ]
    expect(dueWrits(steps, []).map(({ kind, step: { ordinal } }) => `${ordinal} ${kind}`)).toEqual([
      '1 receipt',
      '2 correction',
      '4 tolerance',
      '5 special',
      '6 extension',
      '7 approval',
      '7 certificate',
      '8 delivery',
    ])
  })

  it('asks again for a second special procedure, not for what stands', () => {
    const steps = [step(1, 'suspend'), step(2, 'resume'), step(3, 'suspend')]
    expect(dueWrits(steps, [{ kind: 'special', ordinal: 1 }]).map((due) => due.step.ordinal)).toEqual([3])
    expect(sourceStep('special', steps)?.ordinal).toBe(3)
  })

  it('refuses by the decision, accepts without owed papers, and has nothing for other steps', () => {
    expect(dueWrits([step(1, 'decide', { result: 'not_pass' })], []).map(({ kind }) => kind)).toEqual(['refusal'])
    expect(dueWrits([step(1, 'deemAccepted')], []).map(({ kind }) => kind)).toEqual(['acceptance'])
    expect(dueWrits([step(1, 'decline'), step(2, 'record')], []).map(({ kind }) => kind)).toEqual(['nonAcceptance'])
  })
})
