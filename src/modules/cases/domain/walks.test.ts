import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { standing, walkOn, walks } from '../../../../test/support/case-walks.ts'
import { calendar } from '../../../../test/support/cases.ts'
import { dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import { Problem } from '../../../kernel/problem.ts'
import { caseStates } from '../contract/state.ts'
import { stepTable, verbs } from '../contract/step-table.ts'
import { refusalOf } from '../contract/steps.ts'
import { isEnded } from './clocks.ts'
import { foldActions } from './fold.ts'
import { waitsForMe } from './inbox.ts'
import { readCase, readClocks } from './light.ts'
import { progressOfCase } from './progress.ts'
import { subjectOf } from './subject.ts'

const runs = { numRuns: 3000, seed: 20260302 }

describe('any walk of a case', () => {
  test('takes only steps that the table allows, ends where it says, and a refusal is a sentence that changes nothing', () => {
    const reached = new Set<string>(['received'])
    const taken = new Set<string>()
    fc.assert(
      fc.property(walks, (plan) => {
        walkOn(plan, ({ before, after, verb, happenedOn, today, refused }) => {
          if (refused !== null) {
            expect(refused).toBeInstanceOf(Problem)
            expect((refused as Problem).status).toBeOneOf([400, 422])
            expect(after).toBe(before)
            return
          }
          const on = happenedOn ?? today
          expect(on <= today && on >= before.facts.lastOn).toBe(true)
          expect(refusalOf(subjectOf(before.facts, { calendar, today: on }, standing), verb)).toBeNull()
          const { to } = stepTable[verb]
          expect(to.length === 0 ? [before.facts.state] : to).toContain(after.facts.state)
          reached.add(after.facts.state)
          taken.add(verb)
        })
      }),
      runs,
    )
    expect([...reached].sort()).toEqual([...caseStates].sort())
    expect([...taken].sort()).toEqual([...verbs].sort())
  }, 60_000)

  test('is the fold of its actions, also after they were written down and read again', () => {
    fc.assert(
      fc.property(walks, (plan) => {
        const { facts, actions } = walkOn(plan, () => undefined)
        expect(foldActions(actions)).toEqual(facts)
        expect(foldActions(JSON.parse(JSON.stringify(actions)))).toEqual(facts)
      }),
      { ...runs, numRuns: 500 },
    )
  })

  test('never counts a day of its limits while it is suspended', () => {
    let suspensions = 0
    fc.assert(
      fc.property(walks, fc.integer({ min: 0, max: 60 }), (plan, later) => {
        const { facts } = walkOn(plan, () => undefined)
        if (facts.state !== 'suspended') return
        suspensions++
        const on = dayFromNumber(dayNumber(facts.lastOn) + later)
        const used = (today: string) =>
          readClocks(facts, { calendar, today })
            .filter((item) => !isEnded(item) && ['statutory', 'promised'].includes(item.kind))
            .map(({ now }) => now.used)
        expect(used(on)).toEqual(used(facts.lastOn))
        expect(used(on)).toHaveLength(2)
      }),
      runs,
    )
    expect(suspensions).toBeGreaterThan(50)
  })

  test('corrects at most once, and what is over has no clock that runs and waits for nobody', () => {
    fc.assert(
      fc.property(walks, (plan) => {
        const { facts, actions } = walkOn(plan, () => undefined)
        expect(actions.filter(({ verb }) => verb === 'correct').length).toBeLessThanOrEqual(1)
        const moment = { calendar, today: dayFromNumber(dayNumber(facts.lastOn) + 30) }
        const { waitsFor, light, dueOn } = readCase(facts, readClocks(facts, moment))
        expect(light.kind === 'done').toBe(waitsFor === 'nobody')
        if (waitsFor !== 'nobody') return
        expect(dueOn).toBeNull()
        expect(facts.clocks.filter((item) => !isEnded(item))).toEqual([])
      }),
      { ...runs, numRuns: 1000 },
    )
  })

  test('tells the plan nothing that lies in the past of what is still to come', () => {
    fc.assert(
      fc.property(walks, (plan) => {
        const { facts } = walkOn(plan, () => undefined)
        const today = dayFromNumber(dayNumber(facts.lastOn) + 3)
        const progress = progressOfCase(facts, { calendar, today })
        if (progress?.expected !== undefined) expect(progress.expected >= today).toBe(true)
        if (progress?.finished !== undefined) expect(progress.finished >= progress.filed).toBe(true)
        const came = !['withdrawn', 'declined', 'acceptance_refused', 'not_passed', 'taken_back', 'revoked'].includes(
          facts.state,
        )
        expect(progress !== null).toBe(came)
      }),
      { ...runs, numRuns: 500 },
    )
  })
})

describe('the inbox', () => {
  const line = {
    id: '1',
    waitsFor: 'office',
    dueOn: null,
    late: 0,
    light: { kind: 'normal', text: { zh: '', en: '' } },
  } as const
  const me = { accountId: 'me', oversees: false }

  test.each([
    ['nobody holds it yet', { handler: null, steps: ['accept', 'record'] }, true],
    ['it is mine', { handler: { id: 'me', name: '我' }, steps: ['decide'] }, true],
    ['another officer holds it', { handler: { id: 'you', name: '你' }, steps: ['decide'] }, false],
    ['only a note is possible', { handler: null, steps: ['record'] }, false],
    ['an owed paper is mine to bring', { handler: { id: 'you', name: '你' }, steps: ['supply'] }, true],
  ] as const)('%s', (_, { handler, steps }, expected) => {
    expect(waitsForMe({ ...line, handler, steps: [...steps] }, me)).toBe(expected)
  })

  test('whoever oversees sees what is late, whoever holds it', () => {
    const late = {
      ...line,
      handler: { id: 'you', name: '你' },
      steps: [],
      light: { ...line.light, kind: 'overdue' as const },
    }
    expect(waitsForMe(late, { accountId: 'me', oversees: true })).toBe(true)
    expect(waitsForMe(late, me)).toBe(false)
  })
})
