import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base32, hotp, keyAddress, matchStep, stepOf } from './totp.ts'

/** The secret of the test vectors of RFC 4226 (appendix D) and RFC 6238 (appendix B). */
const secret = Buffer.from('12345678901234567890')

describe('codes of an authenticator', () => {
  it.each(['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'])(
    'are those of RFC 4226, appendix D (%#)',
    (code) => {
      const all = Array.from({ length: 10 }, (_, counter) => hotp(secret, counter))
      expect(all).toContain(code)
    },
  )

  // The RFC prints eight digits; ours are the last six.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('are those of RFC 6238, appendix B, at second %i', (second, code) => {
    expect(hotp(secret, stepOf(new Date(second * 1000)))).toBe(code)
  })

  it('are taken half a minute early or late, once, and no other', () => {
    const now = new Date(1_234_567_890_000)
    const here = stepOf(now)
    const at = (step: number, lastStep = 0) => matchStep(secret, hotp(secret, step), { now, lastStep })
    expect([here - 2, here - 1, here, here + 1, here + 2].map((step) => at(step))).toEqual([
      null,
      here - 1,
      here,
      here + 1,
      null,
    ])
    expect(at(here, here)).toBeNull()
    expect(at(here - 1, here)).toBeNull()
    for (const wrong of ['', '5924', '0059241', 'abcdef', '００５９２４']) {
      expect(matchStep(secret, wrong, { now, lastStep: 0 })).toBeNull()
    }
  })

  it('have a key that is written as RFC 4648 says', () => {
    const examples = { f: 'MY', fo: 'MZXQ', foo: 'MZXW6', foob: 'MZXW6YQ', fooba: 'MZXW6YTB', foobar: 'MZXW6YTBOI' }
    for (const [text, written] of Object.entries(examples)) expect(base32(Buffer.from(text))).toBe(written)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(base32(Buffer.from(bytes))).toMatch(/^[A-Z2-7]*$/)
        expect(base32(Buffer.from(bytes))).toHaveLength(Math.ceil((bytes.length * 8) / 5))
      }),
    )
    expect(keyAddress(secret, 'a b@zone')).toBe(
      'otpauth://totp/Luodi%3Aa%20b%40zone?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Luodi&algorithm=SHA1&digits=6&period=30',
    )
  })
})
