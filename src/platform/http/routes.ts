import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { FileAnswer } from '../../kernel/endpoint.ts'
import { Problem } from '../../kernel/problem.ts'
import { authorise, visitor } from '../access.ts'
import type { Database, Handler } from '../module.ts'
import { refusal, sendRefusal } from './answers.ts'
import { inputProblem } from './issues.ts'

export interface RouteOptions {
  readonly db: Database
  /** The clock of this server; handlers read no other. */
  readonly now: () => Date
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Name of the endpoint, for the log line. */
    endpoint?: string
  }
}

/** Routes every handler at its endpoint's address, and answers 405 at the methods that the address does not have. */
export function routeHandlers(app: FastifyInstance, handlers: readonly Handler[], options: RouteOptions): void {
  for (const handler of handlers) {
    const { method, path, name } = handler.endpoint
    app.route({
      method,
      url: path,
      config: { endpoint: name },
      handler: (request, reply) => answer(handler, { request, reply, options }),
    })
  }
  for (const path of new Set(handlers.map((h) => h.endpoint.path))) refuseOtherMethods(app, path, handlers)
}

interface Exchange {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly options: RouteOptions
}

/** The walk of a request: permission, one parse, the handler (a write in one transaction), the output through its schema. */
async function answer(handler: Handler, { request, reply, options }: Exchange): Promise<unknown> {
  const { endpoint } = handler
  authorise(visitor, endpoint.permission)
  const input = endpoint.input.safeParse(mergedInput(request))
  if (!input.success) throw inputProblem(input.error)
  const context = { requestId: request.id, now: options.now(), log: request.log }
  const run = (db: Database) => handler.run(db, input.data, context)
  const result = await (endpoint.effect === 'write' ? options.db.transaction().execute(run) : run(options.db))
  if (endpoint.file !== undefined) return sendFile(reply, endpoint.file, result as FileAnswer)
  return reply.header('cache-control', 'no-store').send(endpoint.output.parse(result))
}

/** Path parameters, query (GET, DELETE) and JSON body together; a path parameter wins over a field of its name. */
function mergedInput(request: FastifyRequest): unknown {
  const withBody = request.method !== 'GET' && request.method !== 'DELETE' && request.method !== 'HEAD'
  const rest: unknown = withBody ? (request.body ?? {}) : request.query
  if (typeof rest !== 'object' || rest === null || Array.isArray(rest)) {
    throw new Problem('invalid_input', 'http.body_not_object', {
      zh: '请求正文应为 JSON 对象。',
      en: 'The body must be a JSON object.',
    })
  }
  return { ...rest, ...(request.params as Record<string, string>) }
}

/** Bytes to be saved, never shown in the page's own origin; the name in UTF-8 (RFC 6266, RFC 8187). */
function sendFile(reply: FastifyReply, mediaType: string, file: FileAnswer): FastifyReply {
  const plain = file.fileName.replace(/[^\w.-]/g, '_')
  const encoded = encodeURIComponent(file.fileName).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return reply
    .header('content-type', mediaType)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .send(Buffer.from(file.bytes))
}

function refuseOtherMethods(app: FastifyInstance, path: string, handlers: readonly Handler[]): void {
  const allowed = handlers.filter((h) => h.endpoint.path === path).map((h) => h.endpoint.method)
  const others = methods.filter((method) => !allowed.includes(method))
  const wrongMethod = refusal(
    405,
    'http.method',
    `此地址只接受 ${allowed.join('、')}。`,
    `This address takes ${allowed.join(', ')} only.`,
  )
  app.route({
    method: [...others],
    url: path,
    exposeHeadRoute: false,
    handler: (request, reply) => sendRefusal(request, reply.header('allow', allowed.join(', ')), wrongMethod),
  })
}
