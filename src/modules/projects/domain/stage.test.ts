import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evidenceKinds, evidenceOf, stages } from '../contract/stage.ts'
import { advance, missingEvidence, turn } from './stage.ts'

describe('the stage of a project', () => {
  test('goes one step forward with its evidence', () => {
    expect(advance({ stage: 'talks', condition: 'active' }, 'signed', ['agreement'])).toEqual({
      stage: 'signed',
      condition: 'active',
    })
  })

  test('is not started by a permit without a photo of the site', () => {
    const started = () => advance({ stage: 'permits', condition: 'active' }, 'started', ['construction-permit'])
    expect(started).toThrow(expect.objectContaining({ code: 'projects.no_evidence' }))
  })

  test('never skips, never goes back, whatever the evidence', () => {
    fc.assert(
      fc.property(fc.constantFrom(...stages), fc.constantFrom(...stages), (from, to) => {
        const step = () => advance({ stage: from, condition: 'active' }, to, evidenceKinds)
        if (stages.indexOf(to) === stages.indexOf(from) + 1) expect(step().stage).toBe(to)
        else expect(step).toThrow(expect.objectContaining({ code: 'projects.not_next' }))
      }),
    )
  })

  test('asks for exactly one of each group', () => {
    for (const stage of stages) {
      const first = evidenceOf[stage].map((group) => group[0] as (typeof evidenceKinds)[number])
      expect(missingEvidence(stage, first)).toEqual([])
      if (first.length > 0) expect(missingEvidence(stage, first.slice(1))).not.toEqual([])
    }
  })

  test('does not move while it stands still, and a withdrawn project is not taken up again', () => {
    const stalled = turn({ stage: 'land', condition: 'active' }, 'stalled')
    expect(() => advance(stalled, 'permits', evidenceKinds)).toThrow(
      expect.objectContaining({ code: 'projects.not_active' }),
    )
    expect(turn(stalled, 'active').condition).toBe('active')
    expect(() => turn({ stage: 'land', condition: 'withdrawn' }, 'active')).toThrow(
      expect.objectContaining({ code: 'projects.withdrawn' }),
    )
  })
})
