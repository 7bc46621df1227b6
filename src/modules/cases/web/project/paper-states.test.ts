import { expect, test } from 'vitest'
import type { CaseDetail, CaseSummary } from '../../contract/case.ts'
import type { PaperStatus } from '../../contract/paper.ts'
import { openCases, paperState } from './paper-states.ts'

const holding = (status: PaperStatus) => ({ papers: [{ ref: 'articles', status }] }) as unknown as CaseDetail
const need = { paper: 'articles', serves: ['company-register', 'bank-account'] }
const nothing = { today: '2026-03-02', matters: {} }
const registered = {
  today: '2026-03-02',
  matters: { 'company-register': { filed: '2026-02-27', finished: '2026-02-28' } },
}

test('a paper that no case has is still needed', () => {
  expect(paperState(need, [], nothing)).toBe('needed')
})

test('a paper of a matter that is done has been accepted', () => {
  expect(paperState(need, [], registered)).toBe('accepted')
})

test('a paper that one case sent back asks for action, whatever the others say', () => {
  expect(paperState(need, [holding('accepted'), holding('returned')], registered)).toBe('returned')
  expect(paperState(need, [holding('owed')], registered)).toBe('owed')
})

test('a matter that is only filed has not had its papers accepted', () => {
  const filed = { today: '2026-03-02', matters: { 'company-register': { filed: '2026-02-27' } } }
  expect(paperState(need, [holding('given')], filed)).toBe('given')
})

test('cases that are over are not read again', () => {
  const cases = [
    { id: '1', waitsFor: 'nobody' },
    { id: '2', waitsFor: 'office' },
    { id: '3', waitsFor: 'applicant' },
  ] as unknown as CaseSummary[]
  expect(openCases(cases)).toEqual(['2', '3'])
})
