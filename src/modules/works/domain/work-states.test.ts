import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../../kernel/problem.ts'
import { type WorkState, workStates, workVerbs } from '../contract/words.ts'
import { afterStep, possible } from './work-states.ts'

const all = { estimates: 1, contracts: 1, accepted: true }
const codeOf = (work: () => void) => {
  try {
    work()
    return null
  } catch (error) {
    return error instanceof Problem ? error.code : String(error)
  }
}

describe('a work', () => {
  it('goes from plan to operation', () => {
    const states: WorkState[] = ['planned']
    for (const verb of ['approve', 'start', 'suspend', 'resume', 'complete', 'operate'] as const)
      states.push(afterStep(states.at(-1) ?? 'planned', verb, all))
    expect(states).toEqual(['planned', 'approved', 'building', 'suspended', 'building', 'completed', 'operating'])
  })

  it.each([
    ['planned', 'approve', { ...all, estimates: 0 }, 'works.no_estimate'],
    ['approved', 'start', { ...all, contracts: 0 }, 'works.no_contract'],
    ['building', 'complete', { ...all, accepted: false }, 'works.not_accepted'],
    ['building', 'operate', all, 'works.not_now'],
    ['operating', 'cancel', all, 'works.not_now'],
  ] as const)('that is %s is refused %s when something lacks', (state, verb, papers, code) => {
    expect(codeOf(() => afterStep(state, verb, papers))).toBe(code)
  })

  it('never operates that was not completed, nor moves once it is at its end, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...workVerbs), { maxLength: 20 }), (verbs) => {
        let state: WorkState = 'planned'
        const been = new Set<WorkState>([state])
        for (const verb of verbs) {
          if (codeOf(() => afterStep(state, verb, all)) !== null) continue
          expect(possible(state)).toContain(verb)
          state = afterStep(state, verb, all)
          been.add(state)
        }
        expect(Object.keys(workStates)).toContain(state)
        if (state === 'operating')
          expect([...been]).toEqual(expect.arrayContaining(['approved', 'building', 'completed']))
        expect(been.has('cancelled') && been.has('operating')).toBe(false)
      }),
    )
  })
})
