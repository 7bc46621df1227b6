/** What a span says; never values of records, parameters of statements or names of persons. */
export type SpanWords = Readonly<Record<string, string | number>>

export interface SpanStart {
  readonly name: string
  /** Who answers, who asks elsewhere, or what goes on within the house. */
  readonly kind?: 'server' | 'client' | 'internal'
  readonly words?: SpanWords
  /** W3C `traceparent` of whoever asked. */
  readonly traceparent?: string | undefined
}

/** One piece of work that has begun. What runs within it hangs under it. */
export interface OpenSpan {
  run<T>(work: () => T): T
  /** Once; `failed` marks it as such, and says nothing of why. */
  end(told?: { readonly words?: SpanWords; readonly failed?: boolean }): void
}

export interface Tracer {
  open(start: SpanStart): OpenSpan
  /** Something that has just ended, after so many milliseconds: a child of what runs; `alone`: also where nothing runs. */
  ended(name: string, ms: number, told: { readonly words: SpanWords; readonly alone?: boolean }): void
  /** Headers for a request to elsewhere: `traceparent` of what runs. */
  headers(): Readonly<Record<string, string>>
  /** Marks what runs as failed. */
  failed(): void
}

let inUse: Tracer | null = null

/** The tracer of this process; null takes it away again. Without one nothing is loaded and nothing is done. */
export function traceWith(tracer: Tracer | null): void {
  inUse = tracer
}

export function tracer(): Tracer | null {
  return inUse
}

/** Runs work as one span. */
export async function traced<T>(start: SpanStart, work: () => Promise<T>): Promise<T> {
  const span = inUse?.open(start)
  if (!span) return work()
  try {
    const result = await span.run(work)
    span.end()
    return result
  } catch (error) {
    span.end({ failed: true })
    throw error
  }
}
