import { expect, test } from 'vitest'
import type { FactTypes } from '../../../kernel/feel/compile.ts'
import { fillText, refusalOfText } from '../contract/variables.ts'
import { type CommitRuleFacts, mayCommit } from './may-commit.ts'
import { refusalOfVerdict, valueMissing } from './refusals.ts'

const factTypes: FactTypes = new Map([['majorHazard', { type: 'boolean' }]])
const rule = (condition: string, more: Partial<CommitRuleFacts> = {}): CommitRuleFacts => ({
  ...{ matter: null, condition, sentence: { zh: condition, en: condition } },
  ...{ validFrom: '2026-01-01', validUntil: null, source: '样例', confidence: 'E' },
  ...more,
})
const asked = (facts: Record<string, boolean | number | string | null>) => ({
  ...{ matter: 'filing', day: '2026-03-02', matters: ['filing', 'permit'], factTypes },
  facts: { creditGrade: 'B', creditMayCommit: true, openCommitments: 2, maxOpenCommitments: 3, ...facts },
})
const outcome = (rules: CommitRuleFacts[], facts = {}) => mayCommit(rules, asked(facts)).outcome

test('every rule in force must be met; one that is not met decides, before one that cannot be told', () => {
  const [grade, open, hazard] = [
    rule('creditGrade in ("A", "B")'),
    rule('openCommitments < maxOpenCommitments'),
    rule('majorHazard = false'),
  ]
  expect(outcome([grade, open], {})).toBe('met')
  expect(outcome([grade, open, hazard], {})).toBe('unknown')
  expect(outcome([grade, open, hazard], { openCommitments: 3 })).toBe('not_met')
  expect(outcome([grade, open, hazard], { majorHazard: false })).toBe('met')
  expect(outcome([rule('matter = "permit"')])).toBe('not_met')
  expect(outcome([rule('matter = "permit"', { matter: 'permit' })])).toBe('met')
  expect(outcome([rule('creditMayCommit = false', { validFrom: '2026-03-03' })])).toBe('met')
})

test('a rule that cannot be read is unknown, and the refusal names what is missing', () => {
  const verdict = mayCommit([rule('noSuchFact = 3')], asked({}))
  expect(verdict).toMatchObject({ outcome: 'unknown', reasons: [{ missing: ['noSuchFact = 3'] }] })
  expect(refusalOfVerdict(mayCommit([rule('majorHazard = false')], asked({})))?.text.zh).toContain('majorHazard')
  expect(refusalOfVerdict(mayCommit([rule('creditGrade = "A"')], asked({})))?.code).toBe('commitments.may_not_commit')
  expect(refusalOfVerdict(mayCommit([], asked({})))).toBeNull()
})

test('a text is filled with its values; what it lacks is named, and an unknown name is refused when it is saved', () => {
  const text = '{{企业名称}}承诺：{{ projectName }}用地{{用地公顷}}公顷。'
  expect(refusalOfText(text)).toBeNull()
  expect(refusalOfText('{{法定代表人}}承诺')?.zh).toContain('法定代表人')
  expect(refusalOfText('{{企业名称承诺')?.zh).toContain('没有配对')
  expect(fillText(text, { enterpriseName: '甲', projectName: '厂房', landAreaHa: '5' })).toEqual({
    text: '甲承诺：厂房用地5公顷。',
    missing: [],
  })
  const blank = fillText(text, { enterpriseName: '甲', projectName: '厂房', landAreaHa: null })
  expect(blank.text).toBe('甲承诺：厂房用地＿＿＿＿公顷。')
  expect(valueMissing(blank.missing).text.zh).toContain('用地公顷')
})
