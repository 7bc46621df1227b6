import type { FastifyInstance } from 'fastify'
import { endpointOf } from './asked.ts'

/**
 * Reads a form's fields for the endpoints that say so; everywhere else such a body is refused as before: a page of another site can make a
 * browser send one without asking.
 */
export function readForms(app: FastifyInstance): void {
  app.addContentTypeParser<string>(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (request, body, done) => {
      if (endpointOf(request)?.form) done(null, Object.fromEntries(new URLSearchParams(body)))
      else done(Object.assign(new Error('not a form'), { code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE', statusCode: 415 }))
    },
  )
}
