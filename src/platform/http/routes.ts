import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import type { FileAnswer } from '../../kernel/endpoint.ts'
import { JsonText } from '../json-text.ts'
import type { Handler } from '../module.ts'
import { named } from '../slow/running.ts'
import { attachment, Direct } from './direct.ts'
import { encoded } from './encoded.ts'
import { keepBodyOfHead } from './head.ts'
import { byAddress } from './security.ts'
import { inSpan } from './span.ts'
import { type WalkOptions, walk } from './walk.ts'
import { refuseOtherMethods } from './wrong-method.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Name of the endpoint, for the log line. */
    endpoint?: string
    /** Takes as long as its other end likes: a file on a slow line, a stream. */
    outlasts?: boolean
    /** Its body may be a form's fields. */
    form?: boolean
  }
}

const eventStream = 'text/event-stream'

/** HEAD asks the route of GET: as a route of its own, which Fastify would make of it, it would double what a start has to build. */
const read = { method: ['GET', 'HEAD'], exposeHeadRoute: false, onSend: keepBodyOfHead } satisfies Partial<RouteOptions>

/** Routes every handler at its endpoint's address, and answers 405 at the methods that the address does not have. */
export function routeHandlers(app: FastifyInstance, handlers: readonly Handler[], options: WalkOptions): void {
  for (const handler of handlers) {
    const { endpoint } = handler
    const { method, path, name, perMinute, form } = endpoint
    app.route({
      ...(method === 'GET' ? read : { method }),
      url: path,
      config: {
        endpoint: name,
        ...(form && { form }),
        ...(perMinute !== undefined && {
          rateLimit: { max: perMinute, timeWindow: '1 minute', keyGenerator: byAddress },
        }),
        outlasts: endpoint.upload !== undefined || endpoint.file === eventStream,
      },
      handler: (request, reply) =>
        named(name, () => inSpan(handler, request, () => answer(handler, { request, reply, options }))),
    })
  }
  refuseOtherMethods(app, handlers)
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
