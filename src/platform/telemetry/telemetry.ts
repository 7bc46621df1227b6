import type { FastifyInstance } from 'fastify'
import type { Log } from '../module.ts'
import { statementWords } from './statement.ts'
import { tracer, traceWith } from './tracer.ts'

/** Where traces and figures go, from OpenTelemetry's own variables. */
export interface TelemetryOptions {
  /** `OTEL_EXPORTER_OTLP_ENDPOINT`, base address of OTLP over HTTP: `http://127.0.0.1:4318`. */
  readonly endpoint: string
  /** `OTEL_SERVICE_NAME`. */
  readonly serviceName: string
  /** `OTEL_TRACES_SAMPLER_ARG`: of how many traces that begin here one is kept, 0 to 1. */
  readonly ratio: number
  readonly everyMs: number
  readonly metricsEveryMs: number
}

export interface Telemetry {
  readonly measure: (app: FastifyInstance) => void
  readonly stop: () => Promise<void>
}

/** Begins to trace, when somebody wants it: only then is anything of OpenTelemetry loaded. */
export async function openTelemetry(options: TelemetryOptions | undefined, log: Log): Promise<Telemetry | null> {
  if (options === undefined) return null
  const { openOtlp } = await import('./otlp.ts')
  const otlp = openOtlp(options, log)
  traceWith(otlp.tracer)
  return {
    measure: ({ metrics }) => otlp.measure(metrics),
    stop: () => {
      traceWith(null)
      return otlp.stop()
    },
  }
}

/** Told every statement: those of a request or a job become its children. */
export function traceStatement(sql: string, ms: number): void {
  const using = tracer()
  if (using === null) return
  const { name, words } = statementWords(sql)
  using.ended(name, ms, { words })
}
