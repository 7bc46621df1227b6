import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roles } from '../../../kernel/role.ts'
import { loginsFor } from './logins.ts'
import { rolesAfter, rolesNotToGive, rolesOfGroups } from './mapping.ts'

describe('roles by groups', () => {
  it('are those of every group that is named, each once', () => {
    const mapping = [
      { group: 'a', role: 'officer' },
      { group: 'b', role: 'officer' },
      { group: 'c', role: 'leader' },
    ] as const
    expect(rolesOfGroups(['a', 'b', 'x'], mapping)).toEqual(['officer'])
    expect(rolesOfGroups(['A'], mapping)).toEqual([])
  })

  it.each([
    ['nothing but what groups give', [], [], ['officer'], true, ['officer'], ['officer'], []],
    ['a role goes with its group', ['officer', 'leader'], ['officer'], [], true, ['leader'], [], ['officer']],
    ['or stays where that was not asked for', ['officer'], ['officer'], [], false, ['officer'], ['officer'], []],
    ['given by hand before a group gives it too', ['officer'], [], ['officer'], true, ['officer'], [], []],
    ['taken by hand and given again by the group', [], ['officer'], ['officer'], true, ['officer'], ['officer'], []],
    ['taken by hand stays taken without the group', [], ['officer'], [], false, [], [], []],
  ] as const)('%s', (_name, held, given, mapped, follow, after, now, lost) => {
    expect(rolesAfter({ held, given, mapped, follow })).toEqual({ roles: after, given: now, lost })
  })

  const some = fc.uniqueArray(fc.constantFrom(...roles))
  it('that follow are those by hand and those of the groups, whatever was before', () => {
    fc.assert(
      fc.property(some, some, some, (held, given, mapped) => {
        const after = rolesAfter({ held, given, mapped, follow: true })
        const byHand = held.filter((role) => !given.includes(role))
        expect(new Set(after.roles)).toEqual(new Set([...byHand, ...mapped]))
        expect(new Set(after.roles).size).toBe(after.roles.length)
        expect(after.lost.filter((role) => !given.includes(role) || mapped.includes(role))).toEqual([])
      }),
    )
  })

  it('are never those of outsiders, and of administrators only where that was ticked', () => {
    const mapping = (['enterprise', 'talent', 'admin', 'officer'] as const).map((role) => ({ group: role, role }))
    expect(rolesNotToGive(mapping, false)).toEqual(['enterprise', 'talent', 'admin'])
    expect(rolesNotToGive(mapping, true)).toEqual(['enterprise', 'talent'])
  })
})

describe('a login for who comes for the first time', () => {
  const person = (nick: string | null) => ({ name: null, nick, mail: 'boss@other.cn', groups: [] })
  it.each([
    ['wang', 'wang@linyi'],
    ['Wang.Fang@zone.gov.cn', 'wang.fang@linyi'],
    ['张伟', null],
    ['--x', null],
    [null, null],
  ])('%s: %s, within the zone and never an e-mail', (nick, first) => {
    const logins = loginsFor(person(nick), { subject: 's-1', zone: 'linyi' })
    expect(logins.every((login) => /^[a-z0-9][a-z0-9._-]*@linyi$/.test(login))).toBe(true)
    expect(logins[0]).toBe(first ?? logins.at(-1))
    expect(logins.at(-1)).toMatch(/^sso-[0-9a-f]{16}@linyi$/)
  })
})
