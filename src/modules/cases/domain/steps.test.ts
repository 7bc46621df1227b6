import { describe, expect, test } from 'vitest'
import { begin, calendar, step, told, type Walk } from '../../../../test/support/cases.ts'
import { Problem } from '../../../kernel/problem.ts'
import { allowedSteps } from '../contract/steps.ts'
import { foldActions } from './fold.ts'
import { readCase, readClocks } from './light.ts'
import { progressOfCase } from './progress.ts'
import { subjectOf } from './subject.ts'

const noTolerance = { owed: [], covered: [], awaiting: [] }
const why = { reason: '组织专家评审' }

function refusal(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
  return 'accepted'
}

function clockOf(walk: Walk, kind: string, today: string) {
  const found = readClocks(walk.facts, { calendar, today }).find((item) => item.kind === kind)
  if (!found) throw new Error(`no ${kind} clock`)
  return found.now
}

const accepted = () => step(begin('2026-03-02'), '2026-03-03', { verb: 'accept', input: noTolerance })

describe('the time to answer', () => {
  test('a case that is not answered within five working days counts as accepted from its receipt', () => {
    const walk = begin('2026-03-02')
    expect(subjectOf(walk.facts, { calendar, today: '2026-03-09' }).deemedAcceptedOn).toBeNull()
    expect(subjectOf(walk.facts, { calendar, today: '2026-03-10' }).deemedAcceptedOn).toBe('2026-03-02')
    expect(clockOf(walk, 'promised', '2026-03-10')).toMatchObject({ dueOn: '2026-03-09', late: 1 })
    const late = step(walk, '2026-03-10', { verb: 'accept', input: noTolerance })
    expect(late.facts).toMatchObject({ acceptedOn: '2026-03-02', deemedAcceptedOn: '2026-03-02', lastOn: '2026-03-10' })
  })

  test('afterwards neither correction nor a refusal is possible', () => {
    const walk = begin('2026-03-02')
    const correct = told({ verb: 'correct', input: { reason: '缺章', papers: [{ ref: 'form', note: '缺章' }] } })
    expect(refusal(() => step(walk, '2026-03-09', correct))).toBe('accepted')
    expect(refusal(() => step(walk, '2026-03-10', correct))).toBe('cases.not_possible')
    const decline = { verb: 'refuseAcceptance', input: { reason: '不归本机关', remedies: '可复议' } } as const
    expect(refusal(() => step(walk, '2026-03-10', decline))).toBe('cases.not_possible')
  })

  test('correction is asked for once and completely, and comes back whole', () => {
    const input = {
      reason: '两处',
      papers: [
        { ref: 'form', note: '缺章' },
        { ref: 'later', note: '不清晰' },
      ],
    }
    const correcting = step(begin('2026-03-02'), '2026-03-04', { verb: 'correct', input })
    const give = (refs: readonly string[]) =>
      ({ verb: 'resubmit', input: { papers: refs.map((ref) => ({ ref, fileId: null, note: null })) } }) as const
    expect(refusal(() => step(correcting, '2026-03-12', give(['form'])))).toBe('cases.correction_incomplete')
    const corrected = step(correcting, '2026-03-12', give(['form', 'later']))
    expect(corrected.facts.papers.map(({ status }) => status)).toEqual(['given', 'given', 'given', 'given', 'given'])
    expect(refusal(() => step(corrected, '2026-03-13', { verb: 'correct', input }))).toBe('cases.not_possible')
    expect(clockOf(corrected, 'recheck', '2026-03-13')).toMatchObject({ left: 4, dueOn: '2026-03-19' })
  })
})

describe('an acceptance with tolerance', () => {
  const given = ['form', 'promise']
  const accept = (owed: string[], covered: string[], committed: string[] = []) =>
    step(
      begin('2026-03-02', given),
      '2026-03-03',
      { verb: 'accept', input: { owed, covered, awaiting: [] } },
      { promised: committed },
    )

  test('owes only what the catalogue lets be owed', () => {
    const walk = accept(['later', 'with-decision'], ['zone-study'])
    expect(walk.facts.papers.map(({ ref, status }) => `${ref} ${status}`)).toEqual([
      'form accepted',
      'later owed',
      'with-decision owed',
      'promise accepted',
      'zone-study replaced',
    ])
    expect(clockOf(walk, 'owed', '2026-03-04')).toMatchObject({ total: 3, dueOn: '2026-03-06' })
    expect(refusal(() => accept(['later', 'with-decision', 'zone-study'], []))).toBe('cases.not_tolerable')
    expect(refusal(() => accept(['form', 'later', 'with-decision'], ['zone-study']))).toBe('cases.paper_given')
    expect(refusal(() => accept(['later'], ['zone-study']))).toBe('cases.paper_missing')
    expect(refusal(() => accept(['later'], ['zone-study', 'with-decision']))).toBe('cases.not_regional')
    expect(refusal(() => accept(['later', 'elsewhere'], []))).toBe('cases.no_such_paper')
  })

  test('a signed commitment stands in for its paper', () => {
    const walk = begin('2026-03-02', ['form', 'later', 'with-decision', 'zone-study'])
    const accept = { verb: 'accept', input: noTolerance } as const
    expect(refusal(() => step(walk, '2026-03-03', accept))).toBe('cases.paper_missing')
    expect(step(walk, '2026-03-03', accept, { promised: ['promise'] }).facts.papers[3]).toMatchObject({
      status: 'replaced',
    })
  })

  test('passes without tolerance only when nothing is owed, and never before what was owed until the decision', () => {
    const walk = accept(['later', 'with-decision'], ['zone-study'])
    const decide = (from: Walk, result: 'pass' | 'pass_with_tolerance') =>
      refusal(() => step(from, '2026-03-05', { verb: 'decide', input: { result, reason: null, remedies: null } }))
    expect(decide(walk, 'pass')).toBe('cases.papers_owed')
    expect(decide(walk, 'pass_with_tolerance')).toBe('cases.due_with_decision')
    const supply = (from: Walk, ref: string) =>
      step(from, '2026-03-04', { verb: 'supply', input: { papers: [{ ref, fileId: null, note: null }] } })
    const one = supply(walk, 'with-decision')
    expect(decide(one, 'pass_with_tolerance')).toBe('accepted')
    const both = supply(one, 'later')
    expect(decide(both, 'pass_with_tolerance')).toBe('cases.nothing_owed')
    expect(decide(both, 'pass')).toBe('accepted')
    expect(refusal(() => supply(both, 'later'))).toBe('cases.not_possible')
  })

  test('is taken back only when an owed paper is past its day', () => {
    const walk = accept(['later', 'with-decision'], ['zone-study'])
    const cancel = (today: string) =>
      refusal(() => step(walk, today, { verb: 'cancelAcceptance', input: { reason: '逾期未补' } }))
    expect(cancel('2026-03-06')).toBe('cases.not_possible')
    expect(cancel('2026-03-09')).toBe('accepted')
  })
})

describe('a decision', () => {
  test('says why and how to have it reviewed when it does not pass', () => {
    const decide = (reason: string | null, remedies: string | null) =>
      refusal(() => step(accepted(), '2026-03-05', { verb: 'decide', input: { result: 'not_pass', reason, remedies } }))
    expect(decide(null, null)).toBe('cases.no_reasons')
    expect(decide('不符合规划', null)).toBe('cases.no_reasons')
    expect(decide('不符合规划', '60 日内可申请行政复议')).toBe('accepted')
  })

  test('is delivered once within ten working days', () => {
    const passed = step(accepted(), '2026-03-05', {
      verb: 'decide',
      input: { result: 'pass', reason: null, remedies: null },
    })
    expect(clockOf(passed, 'delivery', '2026-03-06')).toMatchObject({ dueOn: '2026-03-19', left: 9 })
    const issued = step(passed, '2026-03-06', { verb: 'issue', input: { reason: null } })
    expect(refusal(() => step(issued, '2026-03-07', { verb: 'issue', input: { reason: null } }))).toBe(
      'cases.not_possible',
    )
    expect(readCase(issued.facts, readClocks(issued.facts, { calendar, today: '2026-03-20' }))).toMatchObject({
      waitsFor: 'nobody',
      light: { kind: 'done' },
    })
  })
})

describe('the days', () => {
  test('nothing happens in the future or before what has happened', () => {
    const receive = (happenedOn: string) =>
      refusal(() => step(begin('2026-03-02'), '2026-03-04', { verb: 'receive', input: { happenedOn } }))
    expect(receive('2026-03-05')).toBe('cases.in_the_future')
    expect(receive('2026-03-01')).toBe('cases.before_last_step')
    expect(receive('2026-03-03')).toBe('accepted')
  })

  test('a suspended case waits without using up its limit, and says for how long', () => {
    const suspended = step(accepted(), '2026-03-05', {
      verb: 'suspend',
      input: { ...why, procedure: 'expertReview', promisedDays: 10, paper: '告知书 1 号' },
    })
    const light = readCase(suspended.facts, readClocks(suspended.facts, { calendar, today: '2026-03-16' })).light
    expect(light).toEqual({
      kind: 'suspended',
      text: {
        zh: '2026-03-05 起中止：组织专家评审，约 10 个工作日。',
        en: 'Suspended since 2026-03-05: 组织专家评审, about 10 working days.',
      },
    })
    const resumed = step(suspended, '2026-03-19', { verb: 'resume', input: { reason: '评审结束', paper: null } })
    expect(clockOf(resumed, 'promised', '2026-03-19')).toMatchObject({ used: 2, left: 3, dueOn: '2026-03-24' })
    expect(progressOfCase(suspended.facts, { calendar, today: '2026-03-06' })).toEqual({
      filed: '2026-03-02',
      expected: '2026-03-24',
    })
  })
})

describe('the light', () => {
  const today = '2026-03-12'
  const red = () => readClocks(accepted().facts, { calendar, today })

  test('is red when late, amber while the plan has slack', () => {
    const { facts } = accepted()
    expect(readCase(facts, red())).toMatchObject({ light: { kind: 'overdue' }, late: 2, dueOn: '2026-03-10' })
    expect(readCase(facts, red(), { slack: 6, waiting: [] }).light).toEqual({
      kind: 'warning',
      text: {
        zh: '承诺时限 2026-03-10 到期，已超 2 个工作日；方案还有 6 个工作日机动，不影响投产。',
        en: 'Promised limit was due on 2026-03-10, 2 working days late; the plan has 6 working days of slack, production is not delayed.',
      },
    })
    expect(readCase(facts, red(), { slack: 0, waiting: [] }).light.kind).toBe('overdue')
  })
})

describe('the table of steps', () => {
  test('shows to each caller what that caller may do now', () => {
    const subject = subjectOf(accepted().facts, { calendar, today: '2026-03-04' })
    const holds = (...names: string[]) => ({ permissions: { has: (name: string) => names.includes(name) } })
    expect(allowedSteps(subject, holds('cases.accept', 'cases.decide', 'cases.suspend'))).toEqual(['suspend', 'decide'])
    expect(allowedSteps(subject, holds('cases.supply', 'cases.requestWithdraw'))).toEqual(['requestWithdraw'])
    expect(allowedSteps(subject, holds())).toEqual([])
  })

  test('a case is nothing but its actions', () => {
    const { facts, actions } = accepted()
    expect(foldActions(actions)).toEqual(facts)
    expect(() => foldActions(actions.slice(1))).toThrow('a case begins with submit')
  })
})
