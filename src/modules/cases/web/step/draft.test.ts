import { expect, test } from 'vitest'
import { commands } from '../../contract/decisions.ts'
import type { CasePaper } from '../../contract/paper.ts'
import { type Verb, verbs } from '../../contract/step-table.ts'
import { beginDraft, inputOf, type StepDraft } from './draft.ts'
import { findingsOf } from './findings.ts'

function paper(ref: string, status: CasePaper['status'], treatment: CasePaper['treatment'] = 'hard'): CasePaper {
  const name = { zh: ref, en: ref }
  return { ref, name, owner: null, treatment, supplyBy: null, preReview: false, status, fileId: null, note: null }
}

const papers = [
  paper('a', 'given'),
  paper('b', 'returned'),
  paper('c', 'owed', 'tolerable'),
  paper('d', 'needed', 'tolerable'),
  paper('e', 'needed', 'regional'),
]
const somebody = '01990000-0000-7000-8000-000000000001'
const later = { days: '5', departments: { [somebody]: '3' }, target: `person:${somebody}` }
const head = { zone: 'linyi', id: '01990000-0000-7000-8000-000000000000', version: 3 }

function filled(verb: Verb): StepDraft {
  const all = Object.fromEntries(papers.map(({ ref }) => [ref, { on: true, note: '未盖章', fileId: null }]))
  return {
    ...beginDraft({ papers }, verb),
    reason: '理由',
    remedies: '可申请复议',
    promisedDays: '10',
    papers: all,
    ...later,
  }
}

test.each(verbs)('the filled form of "%s" sends what its endpoint takes, and nothing is found missing', (verb) => {
  const input = { ...head, ...inputOf(verb, filled(verb), { papers }) }
  expect(commands[verb].safeParse(input).success).toBe(true)
  expect(findingsOf(verb, filled(verb), { papers })).toEqual([])
})

test('an acceptance sends ticked papers by their treatment, and never one that is there', () => {
  expect(inputOf('accept', filled('accept'), { papers })).toEqual({
    ...{ owed: ['c', 'd'], covered: ['e'], awaiting: ['b'] },
  })
})

test('a correction hands in all that was returned, ticked from the start', () => {
  const draft = beginDraft({ papers }, 'resubmit')
  expect(inputOf('resubmit', draft, { papers })).toEqual({ papers: [{ ref: 'b', fileId: null, note: null }] })
})

test('with an owed paper the usual decision is a pass with tolerance, without one a pass', () => {
  expect(beginDraft({ papers }, 'decide').result).toBe('pass_with_tolerance')
  expect(beginDraft({ papers: [paper('a', 'accepted')] }, 'decide').result).toBe('pass')
})

test('a refusal without reason and remedies is found before it is sent', () => {
  const draft: StepDraft = { ...beginDraft({ papers }, 'decide'), result: 'not_pass' }
  expect(findingsOf('decide', draft, { papers }).map(({ field }) => field)).toEqual(['reason', 'remedies'])
})

test('asking for correction needs a paper, and says what is wrong with each', () => {
  const draft: StepDraft = { ...beginDraft({ papers }, 'correct'), reason: '见清单' }
  expect(findingsOf('correct', draft, { papers }).map(({ field }) => field)).toEqual(['papers'])
  const ticked = { ...draft, papers: { b: { on: true, note: ' ', fileId: null } } }
  expect(findingsOf('correct', ticked, { papers })[0]?.text.zh).toContain('b')
})

test('a day that is not today goes along; today is not said', () => {
  const draft = filled('record')
  expect(inputOf('record', draft, { papers })).toEqual({ reason: '理由' })
  expect(inputOf('record', { ...draft, happenedOn: '2026-03-02' }, { papers })).toHaveProperty('happenedOn')
})
