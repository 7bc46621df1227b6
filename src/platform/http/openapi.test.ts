import { expect, it } from 'vitest'
import { trial } from '../../../test/support/trial-module.ts'
import { loadModules, refuseTwins } from '../modules.ts'
import { openapi } from './openapi.ts'

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly schema: unknown
}
interface Operation {
  readonly operationId: string
  readonly parameters: readonly Parameter[]
  readonly requestBody?: unknown
  readonly responses: Readonly<Record<string, unknown>>
}
interface Document {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: unknown
}

const modules = [...(await loadModules()), trial]
const endpoints = modules.flatMap((module) => module.handlers).map((handler) => handler.endpoint)
// As a client reads it: only what survives JSON counts.
const document = JSON.parse(JSON.stringify(openapi(endpoints))) as Document
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : refsIn(inner)))
}

function resolves(ref: string): boolean {
  const steps = ref.replace(/^#\//, '').split('/')
  return (
    steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document) !== undefined
  )
}

it('prints every endpoint once, under its address, method and name', () => {
  expect(document.openapi).toBe('3.1.0')
  const printed = operations.map(({ path, method, operation }) => `${operation.operationId} ${method} ${path}`)
  const declared = endpoints.map((e) => `${e.name} ${e.method.toLowerCase()} ${e.path.replace(/:(\w+)/g, '{$1}')}`)
  expect(printed.toSorted()).toEqual(declared.toSorted())
})

it('refers only to what is there', () => {
  const refs = refsIn(document)
  expect(refs.length).toBeGreaterThan(endpoints.length)
  expect(refs.filter((ref) => !resolves(ref))).toEqual([])
})

it('declares exactly the parameters of each address, all required, and each parameter once', () => {
  for (const { path, operation } of operations) {
    const inPath = operation.parameters.filter((p) => p.in === 'path')
    expect(inPath.map((p) => p.name)).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]))
    expect(inPath.every((p) => p.required)).toBe(true)
    const keys = operation.parameters.map((p) => `${p.in} ${p.name}`)
    expect(new Set(keys).size).toBe(keys.length)
  }
})

it('gives a body to POST, PUT and PATCH only, and a problem to everything that may go wrong', () => {
  for (const { method, operation } of operations) {
    expect(operation.requestBody !== undefined).toBe(['post', 'put', 'patch'].includes(method))
    const { 200: ok, ...failures } = operation.responses
    expect(ok).toBeDefined()
    expect(Object.keys(failures)).toEqual(expect.arrayContaining(['400', '429', '500', '503', 'default']))
    expect(new Set(refsIn(failures))).toEqual(new Set(['#/components/responses/Problem']))
  }
})

it('says of an input what its schema says: bounds, choices, what is required', () => {
  const echo = document.paths['/api/trial/echo/{id}']?.post
  expect(echo?.parameters).toEqual([{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }])
  expect(JSON.stringify(document.components)).toContain(
    '"trial.echo.Input":{"type":"object","properties":{"days":{"type":"integer","minimum":1,"maximum":9},"kind":{"type":"string","enum":["a","b"]}},"required":["days"]}',
  )
  expect(document.paths['/api/trial/list']?.get?.parameters).toMatchObject([
    { name: 'limit', in: 'query', required: false, schema: { type: 'integer', default: 5 } },
  ])
})

it('refuses two endpoints of one name or one address', () => {
  expect(() => refuseTwins(modules)).not.toThrow()
  expect(() => refuseTwins([...modules, trial])).toThrow('trial.echo')
})
