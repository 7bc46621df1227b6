import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import type { FileAnswer } from '../../kernel/endpoint.ts'
import { JsonText } from '../json-text.ts'
import type { Handler } from '../module.ts'
import { named } from '../slow/running.ts'
import { type Addresses, methods } from './addresses.ts'
import { attachment, Direct } from './direct.ts'
import { encoded } from './encoded.ts'
import { keepBodyOfHead } from './head.ts'
import { byAddress } from './security.ts'
import { inSpan } from './span.ts'
import { type WalkOptions, walk } from './walk.ts'
import { refuseUnknown } from './wrong-method.ts'

/** HEAD asks what GET would: as a route of its own, which Fastify would make of it, it would be looked for twice. */
const heads = { exposeHeadRoute: false, onSend: keepBodyOfHead } satisfies Partial<RouteOptions>

/**
 * Answers every endpoint at its address, and 405 or 404 where there is none. They share one route; those with a pace of their own have one each,
 * since that is how Fastify is told of a pace.
 */
export function routeHandlers(app: FastifyInstance, addresses: Addresses, options: WalkOptions): void {
  const handler = (request: FastifyRequest, reply: FastifyReply) => {
    const { found } = request
    if (!found) return refuseUnknown(request, reply, addresses)
    const work = () => answer(found.handler, { request, reply, options })
    return named(found.handler.endpoint.name, () => inSpan(found.handler, request, work))
  }
  app.route({ ...heads, method: [...methods, 'HEAD'], url: '/api/*', handler })
  for (const { endpoint } of addresses.handlers) {
    const { method, path: url, perMinute: max } = endpoint
    if (max === undefined) continue
    const rateLimit = { max, timeWindow: '1 minute', keyGenerator: byAddress }
    app.route({ ...heads, method: method === 'GET' ? ['GET', 'HEAD'] : method, url, config: { rateLimit }, handler })
  }
}

interface Exchange {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly options: WalkOptions
}

/** The walk, then the output through its schema: nothing that it does not declare leaves. */
async function answer(handler: Handler, { request, reply, options }: Exchange): Promise<unknown> {
  const { endpoint, headers } = handler
  const { result, context } = await walk(handler, request, options)
  if (headers) reply.headers(headers(result, context))
  if (result instanceof Direct) return result.send(request, reply)
  if (endpoint.file !== undefined) {
    const { fileName, bytes } = result as FileAnswer
    return attachment(reply, endpoint.file, fileName).send(Buffer.from(bytes))
  }
  reply.header('cache-control', 'no-store')
  if (result instanceof JsonText) return reply.type('application/json; charset=utf-8').send(encoded(result.text))
  return reply.send(endpoint.output.parse(result))
}
