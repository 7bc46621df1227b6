import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Value {
  readonly stringValue?: string
  readonly intValue?: number | string
  readonly doubleValue?: number
}

/** A span as it came over the line. */
export interface GotSpan {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly kind: number
  readonly attributes: readonly { readonly key: string; readonly value: Value }[]
  readonly status: { readonly code: number; readonly message?: string }
}

export interface Receiver {
  readonly url: string
  readonly spans: GotSpan[]
  /** Names of the figures, and the bodies as text. */
  readonly metrics: Set<string>
  readonly bodies: string[]
  stop(): Promise<void>
}

type Resources<T> = readonly Readonly<Record<string, readonly Readonly<Record<string, readonly T[]>>[]>>[]

/** A collector that keeps what it is sent: OTLP over HTTP, JSON. */
export async function openReceiver(): Promise<Receiver> {
  const spans: GotSpan[] = []
  const metrics = new Set<string>()
  const bodies: string[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => {
      text += part
    })
    request.on('end', () => {
      bodies.push(text)
      const told = JSON.parse(text) as {
        resourceSpans?: Resources<GotSpan>
        resourceMetrics?: Resources<{ name: string }>
      }
      for (const scope of (told.resourceSpans ?? []).flatMap(({ scopeSpans }) => scopeSpans ?? [])) {
        spans.push(...(scope.spans ?? []))
      }
      for (const scope of (told.resourceMetrics ?? []).flatMap(({ scopeMetrics }) => scopeMetrics ?? [])) {
        for (const { name } of scope.metrics ?? []) metrics.add(name)
      }
      response.setHeader('content-type', 'application/json').end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { url: `http://127.0.0.1:${port}`, spans, metrics, bodies, stop }
}

export function words({ attributes }: GotSpan): Readonly<Record<string, string | number | undefined>> {
  return Object.fromEntries(
    attributes.map(({ key, value }) => [key, value.stringValue ?? value.doubleValue ?? Number(value.intValue)]),
  )
}
