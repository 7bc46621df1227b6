import { request as requestSecure } from 'node:https'
import { fault } from './faults.ts'
import { isAllowed, type Outside, openTarget, type Target } from './guard.ts'
import { lost } from './lost.ts'

/** Imported by name, the module of HTTP would bring along what it knows of WebSockets, a twentieth of a second at every start. */
const { request: requestPlain } = process.getBuiltinModule('node:http')

const timeoutMs = 5_000
const answerBytes = 64 * 1024

/** A request to the outside world. */
export interface Outgoing {
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface Answer {
  readonly status: number
  readonly mediaType: string
  readonly body: string
}

/**
 * Asks an address of the outside world. The name is resolved once and the connection goes to that address; a redirect is not followed,
 * since it could lead where the address itself may not. Five seconds, 64 KB of answer.
 */
export async function reach(url: URL, outgoing: Outgoing, outside: Outside): Promise<Answer> {
  const target = await openAddress(url, outside)
  const answer = await exchange(url, { ...outgoing, target })
  if (answer.status >= 300 && answer.status < 400) throw fault('redirected', { status: answer.status })
  return answer
}

/** Where an address leads; refused when that is a private network, or the way there is not encrypted. */
export function openAddress(url: URL, outside: Outside): Promise<Target> {
  if (!/^https?:$/.test(url.protocol)) throw fault('bad_address')
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  if (url.protocol === 'http:' && !isAllowed(url.hostname, port, outside.allow)) throw fault('not_encrypted')
  return openTarget(url.hostname, port, outside)
}

function exchange(
  url: URL,
  { method, headers, body, target }: Outgoing & { readonly target: Target },
): Promise<Answer> {
  const send = url.protocol === 'https:' ? requestSecure : requestPlain
  const signal = AbortSignal.timeout(timeoutMs)
  return new Promise((resolve, reject) => {
    const fail = (error?: unknown) => reject(signal.aborted ? fault('timeout') : lost(error))
    const length = method === 'POST' ? { 'content-length': String(Buffer.byteLength(body)) } : {}
    const sent = send(url, { method, headers: { ...headers, ...length }, signal, lookup: only(target) })
    sent.on('error', fail)
    sent.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        if (text.length < answerBytes) text += part
        else response.destroy()
      })
      response.on('error', fail)
      const { statusCode: status = 0 } = response
      const mediaType = response.headers['content-type'] ?? ''
      response.on('close', () =>
        signal.aborted ? fail() : resolve({ status, mediaType, body: text.slice(0, answerBytes) }),
      )
    })
    sent.end(body)
  })
}

type Found = (error: Error | null, address: string | { address: string; family: number }[], family?: number) => void

/** Answers every question for a name with the address that was looked at. */
function only({ address, family }: Target) {
  return (_host: string, options: { readonly all?: boolean | undefined }, found: Found) =>
    options.all ? found(null, [{ address, family }]) : found(null, address, family)
}
