import { expect, it } from 'vitest'
import { provedOn } from './proved-on.ts'

const proof = (kind: 'construction-permit' | 'site-photo' | 'lease-contract', happenedOn: string) => ({
  kind,
  happenedOn,
})

it('a start is proved on the day on which permit and photo are both there', () => {
  const permit = proof('construction-permit', '2026-03-02')
  expect(provedOn('started', [permit])).toBeNull()
  expect(provedOn('started', [permit, proof('site-photo', '2026-03-20'), proof('site-photo', '2026-04-01')])).toBe(
    '2026-03-20',
  )
  expect(provedOn('started', [proof('lease-contract', '2026-01-05'), proof('site-photo', '2026-01-04')])).toBe(
    '2026-01-05',
  )
})

it('a lead asks for nothing, so nothing proves its day', () => {
  expect(provedOn('lead', [])).toBeNull()
})
