import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Endpoint } from '../../kernel/endpoint.ts'
import type { Addresses, Found } from './addresses.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** For the log and the figures: name of what answers here and is no endpoint of a module. */
    endpoint?: string
  }
  interface FastifyRequest {
    found: Found | null
  }
}

const eventStream = 'text/event-stream'

/** Looks up what a request asks before anything else is done with it: how it is paced, read and logged depends on it. */
export function findAsked(app: FastifyInstance, addresses: Addresses): void {
  app.decorateRequest('found', null)
  app.addHook('onRequest', (request, _reply, done) => {
    const found = request.url.startsWith('/api/') ? addresses.find(request.method, request.url) : undefined
    if (found) Object.assign(request, { found, params: found.params })
    done()
  })
}

/** A malformed request may be refused before it is looked up. */
export function endpointOf({ found }: FastifyRequest): Endpoint<unknown, unknown> | undefined {
  return found?.handler.endpoint
}

/** Name for the log and the figures; undefined: a page, or nothing that is there. */
export function nameOf(request: FastifyRequest): string | undefined {
  return endpointOf(request)?.name ?? request.routeOptions?.config?.endpoint
}

/** Takes as long as its other end likes: a file on a slow line, a stream. */
export function outlasts(request: FastifyRequest): boolean {
  const endpoint = endpointOf(request)
  return endpoint?.upload !== undefined || endpoint?.file === eventStream
}
