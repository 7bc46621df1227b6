import { hostname } from 'node:os'
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { AlwaysOnSampler, ParentBasedSampler, TraceIdRatioBasedSampler, TracerProvider } from '@opentelemetry/sdk-trace'
import type { Registry } from 'prom-client'
import type { Log } from '../module.ts'
import { BoundedProcessor } from './bounded-processor.ts'
import { otelMetrics } from './otel-metrics.ts'
import { otelTracer } from './otel-tracer.ts'
import type { TelemetryOptions } from './telemetry.ts'
import type { Tracer } from './tracer.ts'

const queue = { most: 4_096, atOnce: 512 }
const timeoutMillis = 5_000
const warnEveryMs = 60_000

export interface Otlp {
  readonly tracer: Tracer
  /** Sends the figures of this registry too. */
  readonly measure: (registry: Registry) => void
  /** Sends what waits, for a few seconds at most. */
  readonly stop: () => Promise<void>
}

/** Loaded only when there is a collector to send to. */
export function openOtlp({ endpoint, serviceName, ratio, everyMs, metricsEveryMs }: TelemetryOptions, log: Log): Otlp {
  const resource = resourceFromAttributes({ 'service.name': serviceName, 'host.name': hostname() })
  const dropped = counted(log)
  const at = (path: string) => ({ url: `${endpoint.replace(/\/+$/, '')}/v1/${path}`, timeoutMillis })
  const spans = new BoundedProcessor(new OTLPTraceExporter(at('traces')), { ...queue, everyMs }, (count) =>
    dropped('spans', count),
  )
  const root = ratio === 1 ? new AlwaysOnSampler() : new TraceIdRatioBasedSampler(ratio)
  const provider = new TracerProvider({ resource, sampler: new ParentBasedSampler({ root }), spanProcessors: [spans] })
  const metrics = new OTLPMetricExporter(at('metrics'))
  const since = new Date()
  const timers: NodeJS.Timeout[] = []
  const send = async (registry: Registry) => {
    const scopeMetrics = [{ scope: { name: 'luodi' }, metrics: await otelMetrics(registry, since, new Date()) }]
    metrics.export({ resource, scopeMetrics }, ({ code }) => {
      if (code !== 0) dropped('figures', 1)
    })
  }
  return {
    tracer: otelTracer(provider),
    measure: (registry) => {
      const timer = setInterval(() => send(registry).catch(() => dropped('figures', 1)), metricsEveryMs)
      timers.push(timer.unref())
    },
    stop: async () => {
      for (const timer of timers) clearInterval(timer)
      await Promise.race([provider.shutdown(), later(timeoutMillis)])
      await Promise.race([metrics.shutdown(), later(timeoutMillis)])
    },
  }
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}

/** One warning a minute with the count: a collector that is down fills no log. */
function counted(log: Log): (what: string, count: number) => void {
  let lost = 0
  let warnedAt = Number.NEGATIVE_INFINITY
  return (what, count) => {
    lost += count
    if (performance.now() - warnedAt < warnEveryMs) return
    warnedAt = performance.now()
    log.warn({ what, dropped: lost }, 'the telemetry collector does not take what it is sent')
  }
}
