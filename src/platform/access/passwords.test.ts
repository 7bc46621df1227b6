import { describe, expect, it, onTestFinished } from 'vitest'
import { commonPasswords, wordsOfTheHouse } from './common-passwords.ts'
import { minPasswordLength } from './contract.ts'
import { demoPassword } from './demo.ts'
import { checkPassword } from './password-rules.ts'
import { costOfToday, hashAtCost, hashPassword, isOutdated, nobodysHash, verifyPassword } from './passwords.ts'

describe('a password', () => {
  it('is verified by its hash and no other password is', async () => {
    const hash = await hashPassword('临猗 correct horse')
    expect(await verifyPassword('临猗 correct horse', hash)).toBe(true)
    expect(await verifyPassword('临猗 correct horsf', hash)).toBe(false)
  })

  it('is hashed with a salt of its own, at a cost that OWASP names: 2^15 × 8, three times over', async () => {
    const [first, second] = await Promise.all([hashPassword('the same one'), hashPassword('the same one')])
    expect(first).not.toBe(second)
    expect(first).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/)
  })

  it('is the same however its accents were typed', async () => {
    expect(await verifyPassword('cafe\u0301 au lait', await hashPassword('caf\u00e9 au lait'))).toBe(true)
  })

  it('is verified against the hash that stands in for an unknown login, and never fits', async () => {
    expect(await verifyPassword('', nobodysHash())).toBe(false)
    expect(isOutdated(nobodysHash())).toBe(false)
  })

  it('hashed at an older cost is verified still, is told to be outdated, and takes as long as one of today', async () => {
    onTestFinished(() => hashAtCost(costOfToday))
    const today = { ...costOfToday, N: 2 ** 12 }
    hashAtCost({ ...today, p: 1 })
    const older = await hashPassword('the same one')
    hashAtCost(today)
    const newer = await hashPassword('the same one')
    expect([isOutdated(older), isOutdated(newer)]).toEqual([true, false])
    expect([await verifyPassword('the same one', older), await verifyPassword('another one', older)]).toEqual([
      true,
      false,
    ])
    const least = { older: Number.POSITIVE_INFINITY, newer: Number.POSITIVE_INFINITY }
    for (let i = 0; i < 12; i++) {
      for (const [name, hash] of Object.entries({ older, newer }) as [keyof typeof least, string][]) {
        const before = performance.now()
        await verifyPassword('another one', hash)
        least[name] = Math.min(least[name], performance.now() - before)
      }
    }
    // Without what is made up for it would be a third.
    expect(least.older).toBeGreaterThan(least.newer / 2)
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
    ['Basketball', 'access.password_too_common'],
    ['Homelesspa2027', 'access.password_too_common'],
    ['!!babygirl06', 'access.password_too_common'],
    ['Luodi@2026!!', 'access.password_too_common'],
    ['开发区管委会2026', 'access.password_too_common'],
    ['correct horse battery', 'fine'],
    ['all lower case and no digit', 'fine'],
    ['7305 8841 2096', 'fine'],
    ['basketball on a rainy Tuesday', 'fine'],
    ['x'.repeat(60).concat('yzab'), 'fine'],
    ['落地生根开花结果十全十美', 'fine'],
  ])('answers to %s: %s', (password, expected) => {
    expect(refusal(password)).toBe(expected)
  })

  it('know every password of the shipped list that is long enough, and more than three thousand in all', () => {
    const longEnough = [...commonPasswords()].filter((one) => [...one].length >= minPasswordLength)
    expect(longEnough.length).toBeGreaterThan(2_750)
    expect(longEnough.map((one) => refusal(one)).filter((code) => code !== 'access.password_too_common')).toEqual([])
    // Those that are too short by themselves are refused with what people put behind them.
    const lengthened = [...commonPasswords()].filter((one) => /^\p{L}{8}$/u.test(one)).map((one) => `${one}27`)
    expect(lengthened.length).toBeGreaterThan(3_000)
    expect(lengthened.filter((one) => refusal(one) !== 'access.password_too_common')).toEqual([])
  })

  it('refuse every word of the house with digits around it', () => {
    for (const word of wordsOfTheHouse) expect(refusal(`2026${word}#20261`)).toBe('access.password_too_common')
  })

  it('refuse the demo password, which is just long enough, to every other account', () => {
    expect(demoPassword).toHaveLength(minPasswordLength)
    expect(refusal(demoPassword)).toBe('access.password_too_common')
  })
})
