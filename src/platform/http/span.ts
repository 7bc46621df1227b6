import type { FastifyInstance, FastifyRequest } from 'fastify'
import { live } from '../live/contract.ts'
import type { Handler } from '../module.ts'
import { type OpenSpan, tracer } from '../telemetry/tracer.ts'

const spans = new WeakMap<FastifyRequest, OpenSpan>()
const firstFailure = 500

/** Answers a request within its span, named by the endpoint, under the trace of whoever asked. A page's live stream has none: it lasts for hours. */
export function inSpan<T>({ endpoint }: Handler, request: FastifyRequest, work: () => T): T {
  const using = tracer()
  if (using === null || endpoint.name === live.name) return work()
  const words = { 'http.request.method': endpoint.method, 'http.route': endpoint.path }
  const span = using.open({ name: endpoint.name, kind: 'server', words, traceparent: traceparentOf(request) })
  spans.set(request, span)
  return span.run(work)
}

/** The span ends with the answer, whose status only the error handler may know. A zone that was not found stays a word that somebody typed. */
export function endSpans(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, { statusCode: status }) => {
    const span = spans.get(request)
    if (!span) return
    const { zone } = request.params as { zone?: string }
    const place = zone === undefined || status === 404 ? {} : { 'luodi.zone': zone }
    span.end({ words: { 'http.response.status_code': status, ...place }, failed: status >= firstFailure })
  })
}

function traceparentOf({ headers }: FastifyRequest): string | undefined {
  const { traceparent } = headers
  return typeof traceparent === 'string' ? traceparent : undefined
}
