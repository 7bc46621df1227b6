import type { FastifyReply, FastifyRequest } from 'fastify'

/** An answer that is sent as it comes, past the output schema and after the transaction: a stream. */
export class Direct {
  readonly send: (request: FastifyRequest, reply: FastifyReply) => unknown

  constructor(send: (request: FastifyRequest, reply: FastifyReply) => unknown) {
    this.send = send
  }
}

/** Texts are kept and made in UTF-8, and say so. */
const typeOf = (mediaType: string) => (/^text\/[\w-]+$/.test(mediaType) ? `${mediaType}; charset=utf-8` : mediaType)

/** Headers of something to be saved, never shown in the pages' own origin; the name in UTF-8 (RFC 6266, RFC 8187). */
export function attachment(reply: FastifyReply, mediaType: string, fileName: string): FastifyReply {
  const plain = fileName.replace(/[^\w.-]/g, '_')
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return reply
    .header('content-type', typeOf(mediaType))
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
}
