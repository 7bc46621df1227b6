import { AsyncLocalStorage } from 'node:async_hooks'
import { type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { TracerProvider } from '@opentelemetry/sdk-trace'
import { readTraceparent, traceparentOf } from './traceparent.ts'
import type { OpenSpan, SpanStart, Tracer } from './tracer.ts'

const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT, internal: SpanKind.INTERNAL }

/** Spans of this house, in its own asynchronous context: nothing of OpenTelemetry is registered for the whole process. */
export function otelTracer(provider: TracerProvider): Tracer {
  const spans = provider.getTracer('luodi')
  const running = new AsyncLocalStorage<{ readonly span: Span; readonly context: Context }>()
  return {
    open({ name, kind = 'internal', words = {}, traceparent }: SpanStart): OpenSpan {
      const within = running.getStore()?.context ?? parentOf(traceparent)
      const span = spans.startSpan(name, { kind: kinds[kind], attributes: words }, within)
      const context = trace.setSpan(within, span)
      return {
        run: (work) => running.run({ span, context }, work),
        end: ({ words: more = {}, failed = false } = {}) => {
          span.setAttributes(more)
          if (failed) span.setStatus({ code: SpanStatusCode.ERROR })
          span.end()
        },
      }
    },
    ended(name, ms, { words, alone = false }) {
      const within = running.getStore()?.context
      if (within === undefined && !alone) return
      const end = Date.now()
      const kind = SpanKind.INTERNAL
      const asked = { kind, attributes: words, startTime: new Date(end - ms) }
      spans.startSpan(name, asked, within ?? ROOT_CONTEXT).end(new Date(end))
    },
    headers() {
      const context = running.getStore()?.span.spanContext()
      return context ? { traceparent: traceparentOf(context) } : {}
    },
    failed() {
      running.getStore()?.span.setStatus({ code: SpanStatusCode.ERROR })
    },
  }
}

function parentOf(traceparent: string | undefined): Context {
  const parent = readTraceparent(traceparent)
  return parent ? trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true }) : ROOT_CONTEXT
}
