import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isQuiet, type SendWish, sendMoment } from './quiet.ts'

const china = (text: string) => new Date(`${text}:00+08:00`)
const night = { from: '22:00', until: '07:30', urgentPasses: true }
const noon = { from: '12:00', until: '14:00', urgentPasses: false }
const wish = (now: string, more: Partial<SendWish> = {}): SendWish => ({
  ...{ now: china(now), urgent: false, quiet: [night], digestAt: null },
  ...more,
})

describe('when a message goes out', () => {
  it.each<[string, SendWish, string, boolean]>([
    ['by day at once', wish('2026-03-02T10:00'), '2026-03-02T10:00', false],
    ['before midnight in the morning', wish('2026-03-02T23:10'), '2026-03-03T07:30', false],
    ['after midnight the same morning', wish('2026-03-03T00:10'), '2026-03-03T07:30', false],
    ['at the beginning of the quiet hours not any more', wish('2026-03-02T22:00'), '2026-03-03T07:30', false],
    ['at their end at once', wish('2026-03-03T07:30'), '2026-03-03T07:30', false],
    ['urgent at night all the same', wish('2026-03-02T23:10', { urgent: true }), '2026-03-02T23:10', false],
    [
      'urgent not where urgent does not pass',
      wish('2026-03-02T12:10', { urgent: true, quiet: [noon] }),
      '2026-03-02T14:00',
      false,
    ],
    [
      'after both the zone’s and the own hours',
      wish('2026-03-02T23:10', { quiet: [night, { ...noon, from: '07:00', until: '08:30' }] }),
      '2026-03-03T08:30',
      false,
    ],
    ['with the digest of the next morning', wish('2026-03-02T10:00', { digestAt: '08:00' }), '2026-03-03T08:00', true],
    ['with the digest of today', wish('2026-03-02T06:00', { digestAt: '08:00', quiet: [] }), '2026-03-02T08:00', true],
    [
      'urgent past the digest',
      wish('2026-03-02T10:00', { digestAt: '08:00', urgent: true }),
      '2026-03-02T10:00',
      false,
    ],
    ['over the end of a year', wish('2026-12-31T23:10'), '2027-01-01T07:30', false],
  ])('%s', (_, given, at, digest) => {
    expect(sendMoment(given)).toEqual({ at: china(at), digest })
  })

  it('is never before now and never within hours that hold, where they leave a gap', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
    const minute = fc.integer({ min: 0, max: 3 * 365 * 1_440 })
    fc.assert(
      fc.property(minute, time, time, (minutes, from, until) => {
        const now = new Date(china('2026-01-01T00:00').getTime() + minutes * 60_000)
        const hours = { from, until, urgentPasses: true }
        const { at } = sendMoment({ now, urgent: false, quiet: [hours], digestAt: null })
        expect(at >= now && at.getTime() - now.getTime() < 24 * 3_600_000).toBe(true)
        expect(isQuiet(at, hours)).toBe(false)
      }),
    )
  })
})
