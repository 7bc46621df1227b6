import fastifyHelmet from '@fastify/helmet'
import fastifyRateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'

const self = "'self'"

/**
 * Headers of every answer: no script but our own files, nothing from elsewhere, no framing.
 * Inline styles are needed by the component library. Transport security is the business of whoever terminates TLS:
 * without it `upgrade-insecure-requests` would break the pages on http.
 */
export async function secure(app: FastifyInstance, requestsPerMinute: number): Promise<void> {
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': [self],
        'script-src': [self],
        'style-src': [self, "'unsafe-inline'"],
        'img-src': [self, 'data:', 'blob:'],
        'font-src': [self, 'data:'],
        'connect-src': [self],
        'worker-src': [self, 'blob:'],
        'object-src': ["'none'"],
        'base-uri': [self],
        'form-action': [self],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(fastifyRateLimit, {
    max: requestsPerMinute,
    timeWindow: '1 minute',
    // Pages load many small files at once: only the API is counted.
    allowList: (request) => !request.url.startsWith('/api/'),
  })
}
