import { describe, expect, it } from 'vitest'
import { Problem } from '../kernel/problem.ts'
import { asksAgain, pauseBefore } from './ask-again.ts'

const text = { zh: '试', en: 'try' }
const busy = new Problem('internal', 'http.crowded', text, { retryAfterSeconds: 2 })
const refused = new Problem('forbidden', 'access.forbidden', text)
const lost = new Problem('internal', 'web.unreachable', text)

describe('what a page could not read', () => {
  it('is asked for again when the server is busy, after as long as it said, three times at most', () => {
    expect([0, 1, 2, 3].map((failures) => asksAgain(failures, busy))).toEqual([true, true, true, false])
    expect(pauseBefore(0, busy)).toBe(2_000)
  })

  it('is asked for once more when the line failed, and not when it was refused', () => {
    expect([asksAgain(0, lost), asksAgain(1, lost), asksAgain(0, new TypeError('lost'))]).toEqual([true, false, true])
    expect(asksAgain(0, refused)).toBe(false)
    expect(pauseBefore(0, lost)).toBe(1_000)
  })

  it('is not asked for again behind the reader when it would take a minute', () => {
    expect(asksAgain(0, new Problem('internal', 'access.locked', text, { retryAfterSeconds: 60 }))).toBe(false)
  })
})
