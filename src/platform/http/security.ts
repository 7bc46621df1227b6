import fastifyRateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { hashToken, tokenOfCookies, tokenOfHeader } from '../access/tokens.ts'
import { HttpRefusal, tooMany } from './answers.ts'

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  // Inline styles are needed by the component library.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
]

/**
 * Headers of every answer: no script but our own files, nothing from elsewhere, no framing, no guessing of types. Transport security is the
 * business of whoever terminates TLS: without it `upgrade-insecure-requests` would break the pages on http.
 */
const headers: readonly (readonly [name: string, value: string])[] = [
  ['content-security-policy', policy.join(';')],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['origin-agent-cluster', '?1'],
  ['referrer-policy', 'same-origin'],
  ['x-content-type-options', 'nosniff'],
  ['x-dns-prefetch-control', 'off'],
  ['x-download-options', 'noopen'],
  ['x-frame-options', 'SAMEORIGIN'],
  ['x-permitted-cross-domain-policies', 'none'],
  // The filter of old browsers made holes of its own: off.
  ['x-xss-protection', '0'],
]

/** They are the same for every answer, so that they are written down and not made. */
export async function secure(app: FastifyInstance, requestsPerMinute: number): Promise<void> {
  app.addHook('onRequest', (_request, { raw }, done) => {
    for (const [name, value] of headers) raw.setHeader(name, value)
    done()
  })
  await pace(app, requestsPerMinute)
}

/**
 * A house full of officers comes from one address: each session or token has a pace of its own, and the address one for so many of them, so
 * that invented sessions gain little. Whoever names neither has the pace of one.
 */
const peopleAnAddress = 20

async function pace(app: FastifyInstance, requestsPerMinute: number): Promise<void> {
  const isPage = ({ url }: FastifyRequest) => !url.startsWith('/api/')
  await app.register(fastifyRateLimit, {
    max: requestsPerMinute,
    timeWindow: '1 minute',
    keyGenerator: byPerson,
    // Pages load many small files at once: only the API is counted.
    allowList: isPage,
  })
  const ofAddress = app.createRateLimit({ max: requestsPerMinute * peopleAnAddress, keyGenerator: byHouse })
  app.addHook('onRequest', async (request) => {
    if (isPage(request)) return
    const paced = await ofAddress(request)
    if (!paced.isAllowed && paced.isExceeded) throw new HttpRefusal(tooMany)
  })
}

/** An endpoint with a pace of its own is asked by those who have no session yet: there the address counts. */
export function byAddress({ ip }: FastifyRequest): string {
  return ip
}

function byHouse({ ip }: FastifyRequest): string {
  return `house ${ip}`
}

function byPerson({ headers, ip, protocol }: FastifyRequest): string {
  const came = { header: headers.cookie, secure: protocol === 'https' }
  const token = tokenOfHeader(headers.authorization) ?? tokenOfCookies(came)
  return token === undefined ? ip : hashToken(token)
}
