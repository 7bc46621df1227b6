import type { FastifyRequest } from 'fastify'
import { hashToken, tokenOfCookies } from '../access/tokens.ts'
import type { Client } from '../module.ts'

/** Where the request came from, as far as it can be known: address, https or not, session. */
export function clientOf(request: FastifyRequest): Client {
  const token = tokenOfCookies(request.headers.cookie)
  return {
    address: request.ip,
    secure: request.protocol === 'https',
    origin: `${request.protocol}://${request.host}`,
    sessionHash: token === undefined ? null : hashToken(token),
  }
}
