import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { addressOf } from './client.ts'
import { problemOf } from './problem-answer.ts'
import { parseSearch, stringifySearch } from './search.ts'

const label = { zh: '', en: '' }
const output = z.object({})
const input = z.object({ code: z.string(), q: z.string().optional() })
const data = { name: 'a.b', path: '/api/things/:code', permission: 'public', effect: 'read', summary: label } as const
const get = endpoint({ ...data, method: 'GET', input, output })
const post = endpoint({ ...data, method: 'POST', input, output })

describe('a call of an endpoint', () => {
  it('puts path parameters into the path and the rest into the query of a GET', () => {
    expect(addressOf(get, { code: 'a/b', q: '环 评' })).toEqual({
      url: '/api/things/a%2Fb?q=%E7%8E%AF+%E8%AF%84',
      body: null,
    })
    expect(addressOf(get, { code: 'x', q: '' }).url).toBe('/api/things/x')
  })

  it('puts the rest into the body of a POST', () => {
    expect(addressOf(post, { code: 'x', q: 'y' })).toEqual({ url: '/api/things/x', body: '{"q":"y"}' })
  })
})

describe('a refusal that comes back', () => {
  const answer = (body: string, status: number) => problemOf(new Response(body, { status }))

  it('says the sentence of the server in both languages and names the place', async () => {
    const body = { code: 'plans.unknown_fact', text: { zh: '没有', en: 'none' }, details: { fact: 'x' } }
    const problem = await answer(JSON.stringify(body), 400)
    expect([problem.kind, problem.code, problem.text]).toEqual(['invalid_input', body.code, body.text])
    expect(problem.details).toEqual({ fact: 'x' })
  })

  it.each(['', '<html>', 'null', '[]', '{"text":5}'])('is still one sentence when the body is %j', async (body) => {
    const problem = await answer(body, 502)
    expect(problem.text.zh).toContain('502')
    expect(problem.text.en).toContain('502')
  })
})

describe('search parameters of a page', () => {
  it('come back as the same texts', () => {
    const texts = fc.dictionary(
      fc.string({ minLength: 1 }).filter((key) => key !== '__proto__'),
      fc.string({ minLength: 1, unit: 'grapheme' }),
    )
    fc.assert(
      fc.property(texts, (given) => {
        expect(parseSearch(stringifySearch(given))).toEqual(given)
      }),
    )
  })
})
