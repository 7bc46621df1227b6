import { Readable } from 'node:stream'
import type { onSendHookHandler } from 'fastify'

/** Sends at HEAD what GET would, without its body: the length is told, a stream is read to nowhere so that what it holds is let go. */
export const keepBodyOfHead: onSendHookHandler<unknown> = (request, reply, payload, done) => {
  if (request.method !== 'HEAD') return done(null, payload)
  if (payload instanceof Readable) {
    payload.on('error', (err) => reply.log.error({ err }, 'a stream that HEAD asked for failed'))
    payload.resume()
  } else {
    reply.header('content-length', String(sizeOf(payload)))
  }
  done(null, null)
}

function sizeOf(payload: unknown): number {
  return typeof payload === 'string' || payload instanceof Uint8Array ? Buffer.byteLength(payload) : 0
}
