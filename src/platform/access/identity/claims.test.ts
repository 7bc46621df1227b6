import { describe, expect, it } from 'vitest'
import { claimAt, isOfDomain, personOf, showsFactor } from './claims.ts'

describe('what is read of a person', () => {
  it('is a name, a nick, a verified e-mail and groups', () => {
    const claims = {
      name: ' 王芳 ',
      preferred_username: 'wang',
      email: 'Wang@Zone.GOV.cn',
      email_verified: true,
      groups: ['a', 1, 'b'],
    }
    expect(personOf(claims, 'groups')).toEqual({
      name: '王芳',
      nick: 'wang',
      mail: 'wang@zone.gov.cn',
      groups: ['a', 'b'],
    })
  })

  it.each([
    ['false', false],
    ['missing', undefined],
    ['a text', 'true'],
  ])('is no e-mail when email_verified is %s', (_name, email_verified) => {
    expect(personOf({ email: 'a@b.cn', email_verified }, null).mail).toBeNull()
  })

  it('is no group where none are asked for', () => {
    expect(personOf({ groups: ['admins'] }, null).groups).toEqual([])
  })
})

describe('a claim', () => {
  const claims = { realm_access: { roles: ['officer'] }, 'https://x.cn/groups': ['a'], text: 'one' }
  it.each([
    ['realm_access.roles', ['officer']],
    ['https://x.cn/groups', ['a']],
    ['text', 'one'],
    ['realm_access.none', undefined],
    ['text.length', undefined],
    ['realm_access.constructor', undefined],
    ['none.roles', undefined],
  ])('is found by name, else by path: %s', (name, value) => {
    expect(claimAt(claims, name)).toEqual(value)
  })
})

describe('a second factor seen by the provider', () => {
  it.each([
    [{ amr: ['pwd', 'otp'] }, ['otp', 'hwk'], true],
    [{ acr: 'gold' }, ['gold'], true],
    [{ amr: ['pwd'] }, ['otp'], false],
    [{ amr: ['otp'] }, [], false],
    [{}, ['otp'], false],
    [{ amr: { otp: true } }, ['otp'], false],
  ])('%j by %j: %s', (claims, trusted, shown) => {
    expect(showsFactor(claims, trusted)).toBe(shown)
  })
})

describe('a domain', () => {
  it.each([
    ['a@zone.gov.cn', ['zone.gov.cn'], true],
    ['a@evil-zone.gov.cn', ['zone.gov.cn'], false],
    ['a@zone.gov.cn.evil.cn', ['zone.gov.cn'], false],
    ['a@sub.zone.gov.cn', ['zone.gov.cn'], false],
    [null, ['zone.gov.cn'], false],
    [null, [], true],
  ])('%s of %j: %s', (mail, domains, is) => {
    expect(isOfDomain(mail, domains)).toBe(is)
  })
})
