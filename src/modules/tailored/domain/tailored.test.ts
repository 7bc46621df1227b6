import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ReviewAnswer } from '../contract/review.ts'
import { ReviewQuestions } from '../contract/review.ts'
import { conclude } from './review.ts'
import {
  type PlanFacts,
  refusalOfChange,
  refusalOfClosing,
  refusalOfConfirmation,
  refusalOfReport,
  refusalOfReview,
} from './steps.ts'

const asked = ReviewQuestions.parse(JSON.parse(readFileSync('data/tailored/questions.json', 'utf8')))
const all = asked.questions.map(({ code }): ReviewAnswer => answer(code, 'no'))

function answer(question: string, kind: ReviewAnswer['answer'], more: Partial<ReviewAnswer> = {}): ReviewAnswer {
  return { question, answer: kind, words: '', ground: null, endsOn: null, ...more }
}
const concluded = (one: ReviewAnswer) =>
  conclude(asked, [...all.filter(({ question }) => question !== one.question), one], '2026-03-02')
const code = (one: ReviewAnswer) => {
  try {
    return concluded(one)
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('公平竞争审查条例 第八至十二条', () => {
  it('is clean when every answer is no, and not before every question is answered', () => {
    expect(conclude(asked, all, '2026-03-02')).toBe('clean')
    expect(() => conclude(asked, all.slice(1), '2026-03-02')).toThrow(/has no answer/)
  })

  it('a selective subsidy needs its basis in law; elsewhere a basis justifies nothing', () => {
    expect(code(answer('subsidy', 'basis'))).toBe('tailored.basis_unnamed')
    expect(code(answer('subsidy', 'basis', { words: '某法第10条' }))).toBe('lawful')
    expect(code(answer('movement', 'basis', { words: '某法第10条' }))).toBe('tailored.no_basis')
    expect(code(answer('tax', 'restricts'))).toBe('restricts')
  })

  it('an exception has a ground, no milder way, and an end', () => {
    const whole = { ground: 'science', words: '没有影响更小的办法', endsOn: '2027-12-31' }
    expect(code(answer('factors', 'exception', whole))).toBe('lawful')
    expect(code(answer('factors', 'exception', { ...whole, ground: 'growth' }))).toBe('tailored.no_ground')
    expect(code(answer('factors', 'exception', { ...whole, words: '' }))).toBe('tailored.no_alternative')
    expect(code(answer('factors', 'exception', { ...whole, endsOn: '2026-03-02' }))).toBe('tailored.no_end')
  })
})

describe('a tailored plan', () => {
  const draft: PlanFacts = { state: 'draft', content: 2, draftedBy: 'a', review: null, items: [{ state: 'open' }] }
  const review = { content: 2, conclusion: 'clean' } as const

  it('cannot be confirmed without a review of what it says now', () => {
    expect(refusalOfConfirmation(draft)?.code).toBe('tailored.not_reviewed')
    expect(refusalOfConfirmation({ ...draft, review: { ...review, content: 1 } })?.code).toBe(
      'tailored.review_outdated',
    )
    const bad = { ...review, conclusion: 'restricts' } as const
    expect(refusalOfConfirmation({ ...draft, review: bad })?.code).toBe('tailored.restricts')
    expect(refusalOfConfirmation({ ...draft, review })).toBeNull()
    expect(refusalOfConfirmation({ ...draft, review, state: 'confirmed' })?.code).toBe('tailored.confirmed_already')
  })

  it('is reviewed by somebody else, changed only as a draft', () => {
    expect(refusalOfReview(draft, 'a')?.code).toBe('tailored.own_draft')
    expect(refusalOfReview(draft, 'b')).toBeNull()
    expect(refusalOfReview({ ...draft, state: 'closed' }, 'b')?.code).toBe('tailored.not_draft')
    expect(refusalOfChange({ state: 'confirmed' })?.code).toBe('tailored.not_draft')
  })

  it('is reported item by item and closed when none is open', () => {
    expect(refusalOfReport(draft, 'open')?.code).toBe('tailored.not_confirmed')
    expect(refusalOfReport({ state: 'confirmed' }, 'done')?.code).toBe('tailored.reported_already')
    expect(refusalOfReport({ state: 'confirmed' }, 'open')).toBeNull()
    expect(refusalOfClosing({ ...draft, state: 'confirmed' })?.code).toBe('tailored.items_open')
    expect(refusalOfClosing({ state: 'confirmed', items: [{ state: 'done' }, { state: 'dropped' }] })).toBeNull()
    expect(refusalOfClosing({ state: 'draft', items: [] })?.code).toBe('tailored.not_confirmed')
  })
})
