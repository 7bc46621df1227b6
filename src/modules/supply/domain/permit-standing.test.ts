import { expect, it } from 'vitest'
import { permitStanding } from './permit-standing.ts'

const granted = { caseId: 'c', decidedOn: '2026-04-03', number: '临自然资证〔2026〕1号' }
const entered = { number: '地字第 3 号', issuedOn: '2026-05-11' }

it.each([
  ['nothing is known', undefined, undefined, { number: null, issuedOn: null, caseId: null }],
  ['by hand', undefined, entered, { number: '地字第 3 号', issuedOn: '2026-05-11', caseId: null }],
  ['by a case', granted, undefined, { number: granted.number, issuedOn: '2026-04-03', caseId: 'c' }],
  ['a case goes before the hand', granted, entered, { number: granted.number, issuedOn: '2026-04-03', caseId: 'c' }],
  [
    'the hand tells the number that the case does not',
    { ...granted, number: null },
    entered,
    { number: '地字第 3 号', issuedOn: '2026-04-03', caseId: 'c' },
  ],
  [
    'decided, no number yet',
    { ...granted, number: null },
    undefined,
    { number: null, issuedOn: '2026-04-03', caseId: 'c' },
  ],
])('%s', (_, case_, hand, standing) => {
  expect(permitStanding(case_, hand)).toEqual(standing)
})
