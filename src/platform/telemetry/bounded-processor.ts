import type { ReadableSpan, SpanExporter, SpanProcessor } from '@opentelemetry/sdk-trace'

export interface Bounds {
  /** Spans that wait; what comes on top is dropped. */
  readonly most: number
  readonly atOnce: number
  readonly everyMs: number
}

/**
 * Hands spans to the collector beside the work: a bounded queue, one request at a time, never waited for. What does not fit, and what the
 * collector did not take, is dropped and counted.
 */
export class BoundedProcessor implements SpanProcessor {
  readonly #exporter: SpanExporter
  readonly #bounds: Bounds
  readonly #dropped: (count: number) => void
  readonly #timer: NodeJS.Timeout
  #waiting: ReadableSpan[] = []
  #sending: Promise<void> | null = null

  constructor(exporter: SpanExporter, bounds: Bounds, dropped: (count: number) => void) {
    this.#exporter = exporter
    this.#bounds = bounds
    this.#dropped = dropped
    this.#timer = setInterval(() => void this.#send(), bounds.everyMs).unref()
  }

  onStart(): void {}

  onEnd(span: ReadableSpan): void {
    if ((span.spanContext().traceFlags & 1) === 0) return
    if (this.#waiting.length >= this.#bounds.most) this.#dropped(1)
    else this.#waiting.push(span)
  }

  async forceFlush(): Promise<void> {
    await this.#sending
    while (this.#waiting.length > 0) await this.#send()
  }

  async shutdown(): Promise<void> {
    clearInterval(this.#timer)
    await this.forceFlush()
    await this.#exporter.shutdown()
  }

  #send(): Promise<void> {
    if (this.#sending !== null || this.#waiting.length === 0) return this.#sending ?? Promise.resolve()
    const spans = this.#waiting.splice(0, this.#bounds.atOnce)
    this.#sending = new Promise<void>((resolve) => {
      this.#exporter.export(spans, ({ code }) => {
        if (code !== 0) this.#dropped(spans.length)
        this.#sending = null
        resolve()
      })
    })
    return this.#sending
  }
}
