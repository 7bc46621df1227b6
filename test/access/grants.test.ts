import { describe, expect, it } from 'vitest'
import { isZoned } from '../../src/kernel/endpoint.ts'
import { administrators } from '../../src/kernel/role.ts'
import { collectGrants } from '../../src/platform/access/grants.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { withParts } from '../../src/platform/parts.ts'

const modules = withParts(await loadModules())
const endpoints = modules.flatMap((module) => module.handlers.map((handler) => handler.endpoint))
const grants = collectGrants(modules)
const granted = endpoints.filter(({ permission }) => permission !== 'public' && permission !== 'account')

/** Has a list made into a file for the caller alone: of the records it is a reading that takes long, and the caller's own export is all it writes. */
const exportsBeside = granted.filter(({ name }) => name.endsWith('.startExport'))
const changing = granted.filter((endpoint) => endpoint.effect === 'write' && !exportsBeside.includes(endpoint))

describe('permissions', () => {
  it('of every endpoint are public, of any account, or granted to at least one role', () => {
    const nobodys = granted.filter(({ permission }) => !holders(permission).size)
    expect(nobodys.map(({ name, permission }) => `${name}: ${permission}`)).toEqual([])
    expect(granted.length).toBeGreaterThan(5)
  })

  it('that are granted are asked by an endpoint or read by their own module', () => {
    const named = modules.flatMap(({ name, grants: own = {} }) =>
      Object.keys(own).filter((permission) => !permission.startsWith(`${name}.`)),
    )
    expect(named).toEqual([])
  })

  it('are held in a zone: an endpoint that asks for one belongs to a zone', () => {
    expect(granted.filter((endpoint) => !isZoned(endpoint)).map(({ name }) => name)).toEqual([])
  })

  it('of one administrator are never those of another where something is changed', () => {
    const shared = changing.filter(
      ({ permission }) => administrators.filter((role) => holders(permission).has(role)).length > 1,
    )
    expect(shared.map(({ name }) => name)).toEqual([])
  })

  it('of the audit administrator change nothing', () => {
    const audits = changing.filter(({ permission }) => holders(permission).has('audit'))
    expect(audits.map(({ name }) => name)).toEqual([])
  })

  it('of a list in the background are those of the same list at once', () => {
    const atOnce = new Map(granted.map(({ name, permission }) => [name, permission]))
    expect(exportsBeside.length).toBeGreaterThan(5)
    for (const { name, permission } of exportsBeside) {
      expect([name, permission]).toEqual([name, atOnce.get(name.replace('.startExport', '.exportSheet'))])
    }
  })
})

describe('writes', () => {
  it('belong to a zone, so that an idempotency key holds for them, but for sessions', () => {
    const elsewhere = endpoints.filter((endpoint) => endpoint.effect === 'write' && !isZoned(endpoint))
    expect(elsewhere.map(({ name }) => name).sort()).toEqual([
      'access.changePassword',
      'access.confirmSecondFactor',
      'access.endOtherSessions',
      'access.endOwnIdentity',
      'access.endOwnSession',
      'access.finishProviderSignIn',
      'access.hearSignOut',
      'access.linkOwnIdentity',
      'access.proveProviderSignIn',
      'access.removeSecondFactor',
      'access.signIn',
      'access.signOut',
      'access.startProviderSignIn',
      'access.startSecondFactor',
    ])
  })

  it('never hide behind a GET', () => {
    expect(endpoints.filter(({ method, effect }) => method === 'GET' && effect === 'write')).toEqual([])
  })
})

function holders(permission: string) {
  return grants.get(permission as `${string}.${string}`) ?? new Set()
}
