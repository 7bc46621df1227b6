import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { traced, tracer } from '../telemetry/tracer.ts'
import { fault } from './faults.ts'
import { isAllowed, type Outside, openTarget, type Target } from './guard.ts'
import type { HookRequest } from './shapes.ts'

const timeoutMs = 5_000
const answerBytes = 64 * 1024

/**
 * Posts to an address of the outside world. The name is resolved once and the connection goes to that address; a redirect is not followed,
 * since it could lead where the address itself may not.
 */
export async function post(
  address: string,
  { query, headers, body }: HookRequest,
  outside: Outside,
): Promise<{ readonly status: number; readonly body: string }> {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !/^https?:$/.test(url.protocol)) throw fault('bad_address')
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  if (url.protocol === 'http:' && !isAllowed(url.hostname, port, outside.allow)) throw fault('not_encrypted')
  const target = await openTarget(url.hostname, port, outside)
  const words = { 'http.request.method': 'POST', 'server.address': url.hostname }
  const answer = await traced({ name: 'outbox post', kind: 'client', words }, () =>
    exchange(url, { headers: { ...headers, ...tracer()?.headers() }, body, target }),
  )
  if (answer.status >= 300 && answer.status < 400) throw fault('redirected', { status: answer.status })
  return answer
}

interface Sending {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly target: Target
}

function exchange(url: URL, { headers, body, target }: Sending): Promise<{ status: number; body: string }> {
  const send = url.protocol === 'https:' ? requestSecure : requestPlain
  const signal = AbortSignal.timeout(timeoutMs)
  return new Promise((resolve, reject) => {
    const fail = () => reject(fault(signal.aborted ? 'timeout' : 'unreachable'))
    const length = { 'content-length': String(Buffer.byteLength(body)) }
    const sent = send(url, { method: 'POST', headers: { ...headers, ...length }, signal, lookup: only(target) })
    sent.on('error', fail)
    sent.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        if (text.length < answerBytes) text += part
        else response.destroy()
      })
      response.on('error', fail)
      response.on('close', () =>
        signal.aborted ? fail() : resolve({ status: response.statusCode ?? 0, body: text.slice(0, answerBytes) }),
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
