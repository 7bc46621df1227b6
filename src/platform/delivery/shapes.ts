import { createHmac } from 'node:crypto'

/** One message as a webhook gets it. */
export interface HookMessage {
  /** The idempotency key: the same at every attempt. */
  readonly id: string
  readonly title: string
  readonly text: string
  /** Whole address of the page; null when the zone has not said where its pages are reached. */
  readonly url: string | null
}

export interface HookRequest {
  /** Added to the address's query. */
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export type HookShape = 'dingtalk' | 'wecom' | 'json'

/** The request that a robot of this sort understands; `secret` signs it where the sort has signatures. */
export function hookRequest(
  shape: HookShape,
  message: HookMessage,
  { secret, now }: { readonly secret: string | null; readonly now: Date },
): HookRequest {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'idempotency-key': message.id }
  if (shape === 'json') return signedJson(message, { headers, secret, now })
  const content = markdown(message)
  const body =
    shape === 'dingtalk'
      ? { msgtype: 'markdown', markdown: { title: message.title, text: content } }
      : { msgtype: 'markdown', markdown: { content } }
  const query = shape === 'dingtalk' && secret !== null ? dingtalkSign(secret, now) : {}
  return { query, headers, body: JSON.stringify(body) }
}

/** DingTalk's own robots: HMAC-SHA256 over `timestamp\nsecret`, in base64. */
function dingtalkSign(secret: string, now: Date): Readonly<Record<string, string>> {
  const timestamp = String(now.getTime())
  return { timestamp, sign: createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64') }
}

interface Signing {
  readonly headers: Readonly<Record<string, string>>
  readonly secret: string | null
  readonly now: Date
}

/** Any receiver: HMAC-SHA256 over `timestamp.body`, hexadecimal, so that it knows who sent it and when. */
export function signedJson(content: unknown, { headers, secret, now }: Signing): HookRequest {
  const body = JSON.stringify(content)
  const timestamp = String(now.getTime())
  const signature = secret === null ? null : createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
  const signed = signature === null ? {} : { 'x-luodi-signature': `sha256=${signature}` }
  return { query: {}, headers: { ...headers, 'x-luodi-timestamp': timestamp, ...signed }, body }
}

/** Both robots read a small Markdown; what people wrote must not become a link or a picture in it. */
function markdown({ title, text, url }: HookMessage): string {
  const plain = (words: string) => words.replace(/[[\]()<>*_`#!\\]/g, (sign) => `\\${sign}`)
  return `**${plain(title)}**\n\n${plain(text)}${url === null ? '' : `\n\n[打开查看 Open](${url})`}`
}

/** What a robot says in its answer: both send 200 and an `errcode` that is not 0 when they did not take it. */
export function isTaken(
  shape: HookShape,
  { status, body }: { readonly status: number; readonly body: string },
): boolean {
  if (status < 200 || status >= 300) return false
  if (shape === 'json') return true
  try {
    const answer: unknown = JSON.parse(body)
    return typeof answer === 'object' && answer !== null && 'errcode' in answer && answer.errcode === 0
  } catch {
    return false
  }
}
