import { describe, expect, it } from 'vitest'
import { minPasswordLength } from './contract.ts'
import { demoPassword } from './demo.ts'
import { checkPassword } from './password-rules.ts'
import { hashPassword, nobodysHash, verifyPassword } from './passwords.ts'

describe('a password', () => {
  it('is verified by its hash and no other password is', async () => {
    const hash = await hashPassword('临猗 correct horse')
    expect(await verifyPassword('临猗 correct horse', hash)).toBe(true)
    expect(await verifyPassword('临猗 correct horsf', hash)).toBe(false)
  })

  it('is hashed with a salt of its own, at a cost of 2^15 × 8', async () => {
    const [first, second] = await Promise.all([hashPassword('the same one'), hashPassword('the same one')])
    expect(first).not.toBe(second)
    expect(first).toMatch(/^scrypt\$32768\$8\$1\$[\w-]{22}\$[\w-]{43}$/)
  })

  it('is the same however its accents were typed', async () => {
    expect(await verifyPassword('cafe\u0301 au lait', await hashPassword('caf\u00e9 au lait'))).toBe(true)
  })

  it('is verified against the hash that stands in for an unknown login, and never fits', async () => {
    expect(await verifyPassword('', nobodysHash)).toBe(false)
  })
})

describe('the rules for a password', () => {
  const refusal = (password: string, login = 'anna.chen@linyi.gov') => {
    try {
      checkPassword(password, login)
    } catch (problem) {
      return (problem as { code: string }).code
    }
    return 'fine'
  }

  it.each([
    ['short', 'access.password_too_short'],
    ['ninechars', 'access.password_too_short'],
    ['Password1234', 'access.password_too_common'],
    ['1234567890', 'access.password_too_common'],
    ['2345678901', 'access.password_too_common'],
    ['aaaaaaaaaaaa', 'access.password_too_common'],
    ['abababababab', 'access.password_too_common'],
    ['Anna.Chen-2026', 'access.password_too_common'],
    ['correct horse battery', 'fine'],
    ['落地生根开花结果十全十美', 'fine'],
  ])('answers to %s: %s', (password, expected) => {
    expect(refusal(password)).toBe(expected)
  })

  it('refuse the demo password, which is just long enough, to every other account', () => {
    expect(demoPassword).toHaveLength(minPasswordLength)
    expect(refusal(demoPassword)).toBe('access.password_too_common')
  })
})
