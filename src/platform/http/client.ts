import type { FastifyRequest } from 'fastify'
import { flowOfCookies, hashToken, tokenOfCookies, tokenOfHeader } from '../access/tokens.ts'
import type { Client } from '../client.ts'

/** Where the request came from, as far as it can be known: address, https or not, session. */
export function clientOf(request: FastifyRequest): Client {
  // Whoever sends a token means it: a cookie beside it counts for nothing.
  const apiToken = tokenOfHeader(request.headers.authorization)
  const secure = request.protocol === 'https'
  const came = { header: request.headers.cookie, secure }
  const token = apiToken === undefined ? tokenOfCookies(came) : undefined
  const flow = flowOfCookies(came)
  return {
    address: request.ip,
    secure,
    origin: `${request.protocol}://${request.host}`,
    device: (request.headers['user-agent'] ?? '').slice(0, 200),
    sessionHash: token === undefined ? null : hashToken(token),
    ...(apiToken !== undefined && { tokenHash: hashToken(apiToken) }),
    ...(flow !== undefined && { flowHash: hashToken(flow) }),
  }
}
