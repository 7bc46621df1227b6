import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../../../../kernel/label.ts'
import { languageOf } from '../../../../platform/http/answers.ts'
import { Direct } from '../../../../platform/http/direct.ts'
import { publicOrigin } from '../../../../platform/http/origin.ts'
import { zoneOf } from '../../../../platform/journal/record.ts'
import type { RequestContext } from '../../../../platform/module.ts'
import { bases, type Service } from '../../contract/ogc.ts'
import type { At, OgcDocument } from '../../domain/ogc/documents.ts'
import { htmlOf } from '../../domain/ogc/html.ts'

interface Printing {
  /** `?f=`; without it the Accept header decides, and without a wish it is JSON. */
  readonly f: 'json' | 'html' | undefined
  readonly type?: string
  /** Of the coordinates: told in `Content-Crs` (Part 2, requirement 16). */
  readonly crs?: string
}

/** Sends what `make` says in the language of the request. */
export function printed(make: (language: Language) => OgcDocument, { f, type, crs }: Printing): Direct {
  return new Direct((request: FastifyRequest, reply: FastifyReply) => {
    const language = languageOf(request)
    const document = make(language)
    reply
      .header('cache-control', 'no-store')
      .header('vary', 'accept, accept-language')
      .header('content-language', language)
    if (crs !== undefined) reply.header('content-crs', `<${crs}>`)
    const html = f === 'html' || (f === undefined && wantsHtml(request.headers.accept))
    if (html) return reply.type('text/html; charset=utf-8').send(htmlOf(document, language))
    return reply.type(type ?? 'application/json; charset=utf-8').send(JSON.stringify(document))
  })
}

function wantsHtml(accept: string | undefined): boolean {
  const [html, json] = ['text/html', 'json'].map((type) => accept?.indexOf(type) ?? -1)
  return html !== undefined && html >= 0 && (json === undefined || json < 0 || html < json)
}

export function atOf(service: Service, context: RequestContext, language: Language): At {
  const path = bases[service].replace(':zone', zoneOf(context).code)
  return { base: `${publicOrigin(context)}${path}`, say: (label) => label[language] }
}
