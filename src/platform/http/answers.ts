import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Label, Language } from '../../kernel/label.ts'
import { Problem } from '../../kernel/problem.ts'
import { type Outage, outageOf } from './outages.ts'

/** A refusal with any HTTP status: what Problem's seven kinds do not cover (405, 413, 415, 429, 503). */
export interface Refusal {
  readonly status: number
  readonly code: string
  readonly text: Label
  readonly details: Readonly<Record<string, unknown>>
}

/** Thrown where a refusal has a status that Problem's seven kinds do not cover (429, 503). */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal'
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.text.en)
    this.refusal = refusal
  }
}

/** Refusals of the HTTP layer and the database, by the code of the library's error. */
const known: Readonly<Record<string, Refusal>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: refusal(
    400,
    'http.malformed_json',
    '请求正文不是有效的 JSON。',
    'The body is not valid JSON.',
  ),
  FST_ERR_CTP_EMPTY_JSON_BODY: refusal(400, 'http.empty_body', '请求正文为空。', 'The body is empty.'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: refusal(
    400,
    'http.wrong_length',
    '请求正文长度不符。',
    'The body does not have the length that it states.',
  ),
  FST_ERR_BAD_URL: refusal(400, 'http.bad_address', '网址写法有误。', 'The address is malformed.'),
  FST_ERR_MAX_PARAM_LENGTH: refusal(414, 'http.address_too_long', '网址过长。', 'The address is too long.'),
  FST_ERR_CTP_BODY_TOO_LARGE: refusal(
    413,
    'http.body_too_large',
    '请求正文超过 2 MB，请减小后再提交。',
    'The body is larger than 2 MB: send less.',
  ),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: refusal(
    415,
    'http.media_type',
    '请用 application/json 提交。',
    'Send application/json.',
  ),
}

export const tooMany = refusal(
  429,
  'http.too_many_requests',
  '请求过于频繁，请稍候再试。',
  'Too many requests: wait a moment and try again.',
)
const unexpected = refusal(
  500,
  'http.unexpected',
  '系统出错，请稍后再试；如仍出错，请把请求编号告诉管理员。',
  'Something went wrong: try again later, or tell the administrator the request id.',
)
const malformed = refusal(400, 'http.malformed', '请求写法有误。', 'The request is malformed.')

export function refusal(status: number, code: string, zh: string, en: string): Refusal {
  return { status, code, text: { zh, en }, details: {} }
}

/** What the caller is told of an error. An internal Problem tells its code and nothing else: its text is for the log. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof HttpRefusal) return error.refusal
  if (error instanceof Problem) {
    if (error.kind === 'internal') return { ...unexpected, code: error.code }
    return { status: error.status, code: error.code, text: error.text, details: error.details }
  }
  const { code, statusCode } = codesOf(error)
  if (statusCode === 429) return tooMany
  const listed = known[code]
  if (listed) return listed
  const outage = outageOf(code, error)
  if (outage) return refusalOfOutage(outage)
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500 ? malformed : unexpected
}

function refusalOfOutage({ status, code, text, retryAfterSeconds }: Outage): Refusal {
  return { status, code, text, details: status === 503 ? { retryAfterSeconds } : {} }
}

function codesOf(error: unknown): { code: string; statusCode: number | undefined } {
  if (typeof error !== 'object' || error === null) return { code: '', statusCode: undefined }
  return {
    code: 'code' in error && typeof error.code === 'string' ? error.code : '',
    statusCode: 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined,
  }
}

/** Answers with RFC 9457 `application/problem+json`: the title in the caller's language, both texts beside it. */
export function sendRefusal(request: FastifyRequest, reply: FastifyReply, refused: Refusal): FastifyReply {
  const language = languageOf(request)
  const { retryAfterSeconds } = refused.details
  if (typeof retryAfterSeconds === 'number') reply.header('retry-after', retryAfterSeconds)
  else if (refused.status === 503) reply.header('retry-after', '5')
  return reply
    .code(refused.status)
    .header('content-type', problemType)
    .header('content-language', language)
    .header('cache-control', 'no-store')
    .send(bodyOf(refused, language, request.id))
}

const problemType = 'application/problem+json; charset=utf-8'

function bodyOf({ status, code, text, details }: Refusal, language: Language, requestId: string): string {
  const type = `urn:luodi:problem:${code}`
  return JSON.stringify({ type, title: text[language], status, code, text, details, requestId })
}

/** What never became a request (no HTTP, a header too large): answered on the bare connection, which is then closed. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const body = bodyOf(malformed, 'zh', randomUUID())
  const headers = [`content-type: ${problemType}`, `content-length: ${Buffer.byteLength(body)}`, 'connection: close']
  socket.end(`HTTP/1.1 400 Bad Request\r\n${headers.join('\r\n')}\r\n\r\n${body}`)
}

/** `?lang=` first, then the first of Accept-Language that is ours, then Chinese. */
export function languageOf(request: FastifyRequest): Language {
  const asked = new URLSearchParams(request.url.split('?')[1] ?? '').get('lang')
  if (asked === 'zh' || asked === 'en') return asked
  const first = /\b(zh|en)\b/.exec(request.headers['accept-language'] ?? '')
  return first?.[1] === 'en' ? 'en' : 'zh'
}
