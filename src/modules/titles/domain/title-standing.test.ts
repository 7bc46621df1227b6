import { describe, expect, it } from 'vitest'
import { daysLeft, type TitleFacts, titleStanding } from './title-standing.ts'

const title = (more: Partial<TitleFacts>): TitleFacts => ({
  ...{ grantedOn: '2024-05-10', validUntil: null, reassessOn: null, revokedOn: null, ...more },
})

describe('a title', () => {
  it.each([
    [{}, '2024-05-09', 'future'],
    [{}, '2040-01-01', 'standing'],
    [{ validUntil: '2027-05-09' }, '2027-05-09', 'standing'],
    [{ validUntil: '2027-05-09' }, '2027-05-10', 'expired'],
    [{ validUntil: '2027-05-09', revokedOn: '2025-01-01' }, '2025-01-01', 'revoked'],
    [{ revokedOn: '2025-01-01' }, '2024-12-31', 'standing'],
  ] as const)('with %o on %s is %s', (more, day, standing) => {
    expect(titleStanding(title(more), day)).toBe(standing)
  })

  it('says how many days are left to its re-assessment or its end, whichever is first', () => {
    expect(daysLeft(title({ validUntil: '2027-05-09', reassessOn: '2026-12-31' }), '2026-12-01')).toBe(30)
    expect(daysLeft(title({ validUntil: '2026-11-30' }), '2026-12-01')).toBe(-1)
    expect(daysLeft(title({}), '2026-12-01')).toBeNull()
    expect(daysLeft(title({ reassessOn: '2026-12-31', revokedOn: '2026-01-01' }), '2026-12-01')).toBeNull()
  })
})
