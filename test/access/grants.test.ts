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
    const shared = granted
      .filter(({ effect }) => effect === 'write')
      .filter(({ permission }) => administrators.filter((role) => holders(permission).has(role)).length > 1)
    expect(shared.map(({ name }) => name)).toEqual([])
  })

  it('of the audit administrator change nothing', () => {
    const changing = granted.filter(({ effect, permission }) => effect === 'write' && holders(permission).has('audit'))
    expect(changing.map(({ name }) => name)).toEqual([])
  })
})

describe('writes', () => {
  it('belong to a zone, so that an idempotency key holds for them, but for sessions', () => {
    const elsewhere = endpoints.filter((endpoint) => endpoint.effect === 'write' && !isZoned(endpoint))
    expect(elsewhere.map(({ name }) => name).sort()).toEqual([
      'access.changePassword',
      'access.signIn',
      'access.signOut',
    ])
  })

  it('never hide behind a GET', () => {
    expect(endpoints.filter(({ method, effect }) => method === 'GET' && effect === 'write')).toEqual([])
  })
})

function holders(permission: string) {
  return grants.get(permission as `${string}.${string}`) ?? new Set()
}
