import { describe, expect, it } from 'vitest'
import { refuseCrossSite } from './csrf.ts'

const host = 'luodi.example:8080'
const refused = (headers: Record<string, string>) => {
  try {
    refuseCrossSite({ headers: { host, ...headers }, host })
    return false
  } catch (problem) {
    expect(problem).toMatchObject({ kind: 'forbidden', code: 'access.cross_site' })
    return true
  }
}

describe('a write', () => {
  it.each([
    ['of our own page', { 'sec-fetch-site': 'same-origin', origin: `http://${host}` }],
    ['of our own page behind TLS that ends before us', { origin: `https://${host}` }],
    ['that a person starts', { 'sec-fetch-site': 'none' }],
    ['of a program that is no browser', {}],
  ])('%s is let through', (_what, headers) => {
    expect(refused(headers as Record<string, string>)).toBe(false)
  })

  it.each([
    ['of another site', { 'sec-fetch-site': 'cross-site' }],
    ['of a sister domain', { 'sec-fetch-site': 'same-site', origin: 'http://other.example' }],
    ['whose origin is another one, in a browser without fetch metadata', { origin: 'http://evil.example' }],
    ['whose origin is another port', { origin: 'http://luodi.example:9090' }],
    ['whose origin is opaque', { origin: 'null' }],
    [
      'that claims one thing and comes from another',
      { 'sec-fetch-site': 'same-origin', origin: 'http://evil.example' },
    ],
  ])('%s is refused', (_what, headers) => {
    expect(refused(headers as Record<string, string>)).toBe(true)
  })
})
