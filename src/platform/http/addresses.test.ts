import { expect, it } from 'vitest'
import { z } from 'zod'
import { endpoint, type Method } from '../../kernel/endpoint.ts'
import { type Handler, handle } from '../module.ts'
import { loadModules } from '../modules.ts'
import { withParts } from '../parts.ts'
import { addressesOf } from './addresses.ts'

function at(method: Method, path: string): Handler {
  const name = `trial.${method} ${path}`
  const open = { permission: 'public', effect: 'read', summary: { zh: '试', en: 'Trial' } } as const
  return handle(endpoint({ name, method, path, ...open, input: z.object({}), output: z.object({}) }), async () => ({}))
}

const some = addressesOf([
  at('GET', '/api/zones/:zone/things'),
  at('POST', '/api/zones/:zone/things'),
  at('GET', '/api/zones/:zone/things/:id'),
  at('GET', '/api/zones/:zone/things/newest'),
  at('DELETE', '/api/zones/:zone/things/:thing'),
  at('GET', '/api/zones/:zone/:kind/newest/lines'),
])
const found = (method: string, url: string) => {
  const { handler, params } = some.find(method, url) ?? {}
  return handler && [handler.endpoint.path, params]
}

it('finds an endpoint with what stands for its parameters, whatever is asked behind it', () => {
  expect(found('GET', '/api/zones/linyi/things?zone=other')).toEqual(['/api/zones/:zone/things', { zone: 'linyi' }])
  expect(found('GET', '/api/zones/linyi/things/7#x')).toEqual([
    '/api/zones/:zone/things/:id',
    { zone: 'linyi', id: '7' },
  ])
  expect(found('DELETE', '/api/zones/linyi/things/7')?.[1]).toEqual({ zone: 'linyi', thing: '7' })
  expect(found('HEAD', '/api/zones/linyi/things')?.[0]).toBe('/api/zones/:zone/things')
})

it('takes a word before a parameter, and the parameter where the word leads nowhere or has another method', () => {
  expect(found('GET', '/api/zones/linyi/things/newest')?.[0]).toBe('/api/zones/:zone/things/newest')
  expect(found('DELETE', '/api/zones/linyi/things/newest')?.[1]).toEqual({ zone: 'linyi', thing: 'newest' })
  expect(found('GET', '/api/zones/linyi/things/newest/lines')?.[1]).toEqual({ zone: 'linyi', kind: 'things' })
})

it('decodes what is written in an address', () => {
  expect(found('GET', '/api/zones/linyi/things/%E7%8E%AF%2F%25')?.[1]).toEqual({ zone: 'linyi', id: '环/%' })
  expect(found('GET', '/api/z%6Fnes/linyi/things')?.[0]).toBe('/api/zones/:zone/things')
})

it.each([
  '/api/zones/linyi',
  '/api/zones/linyi/things/',
  '/api/zones//things',
  '/api/zones/linyi/things/7/8',
  `/api/zones/linyi/things/${'x'.repeat(101)}`,
  '/api/zones/linyi/things/%zz',
])('finds nothing at %s', (url) => {
  expect(found('GET', url)).toBeUndefined()
  expect(some.methodsAt(url)).toEqual([])
})

it('tells which methods an address has', () => {
  expect(some.methodsAt('/api/zones/linyi/things')).toEqual(['GET', 'POST'])
  expect(some.methodsAt('/api/zones/linyi/things/newest')).toEqual(['GET', 'DELETE'])
  expect(found('PATCH', '/api/zones/linyi/things')).toBeUndefined()
})

it('finds each endpoint of the product at its own address', async () => {
  const handlers = withParts(await loadModules()).flatMap((module) => module.handlers)
  const all = addressesOf(handlers)
  const lost = handlers.filter(({ endpoint: { method, path } }) => {
    const url = path.replace(/:\w+/g, '019abc00-0000-7000-8000-000000000000')
    return all.find(method, url)?.handler.endpoint.path !== path
  })
  expect(lost.map(({ endpoint: { name } }) => name)).toEqual([])
  expect(handlers.length).toBeGreaterThan(2_000)
})
