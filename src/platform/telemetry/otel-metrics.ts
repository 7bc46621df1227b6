import { type HrTime, ValueType } from '@opentelemetry/api'
import { AggregationTemporality, type DataPoint, DataPointType, type MetricData } from '@opentelemetry/sdk-metrics'
import type { MetricObjectWithValues, MetricValue, Registry } from 'prom-client'

type Read = MetricObjectWithValues<MetricValue<string> & { readonly metricName?: string }>
type Times = { readonly startTime: HrTime; readonly endTime: HrTime }

/** The figures of `/metrics` as OTLP has them; summaries, which it has not, are left out. */
export async function otelMetrics(registry: Registry, since: Date, now: Date): Promise<MetricData[]> {
  const times = { startTime: hrTime(since), endTime: hrTime(now) }
  const read = (await registry.getMetricsAsJSON()) as Read[]
  return read.flatMap((metric) => metricOf(metric, times))
}

function metricOf(metric: Read, times: Times): MetricData[] {
  const descriptor = { name: metric.name, description: metric.help, unit: '', valueType: ValueType.DOUBLE }
  const common = { descriptor, aggregationTemporality: AggregationTemporality.CUMULATIVE }
  const points = () => metric.values.map(({ value, labels }) => ({ ...times, attributes: textOf(labels), value }))
  const type = String(metric.type)
  if (type === 'counter') {
    return [{ ...common, dataPointType: DataPointType.SUM, isMonotonic: true, dataPoints: points() }]
  }
  if (type === 'gauge') return [{ ...common, dataPointType: DataPointType.GAUGE, dataPoints: points() }]
  if (type !== 'histogram') return []
  return [{ ...common, dataPointType: DataPointType.HISTOGRAM, dataPoints: histogramsOf(metric, times) }]
}

function textOf(labels: MetricValue<string>['labels']): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, String(value)]))
}

interface Gathered {
  readonly attributes: Record<string, string>
  /** Cumulative, as Prometheus has them, by their upper bound. */
  readonly upTo: [bound: number, count: number][]
  sum: number
  count: number
}

type Histogram = DataPoint<{ buckets: { boundaries: number[]; counts: number[] }; sum: number; count: number }>

function histogramsOf({ name, values }: Read, times: Times): Histogram[] {
  const all = new Map<string, Gathered>()
  for (const { labels, value, metricName } of values) {
    const { le, ...attributes } = textOf(labels)
    const key = JSON.stringify(attributes)
    const one = all.get(key) ?? { attributes, upTo: [], sum: 0, count: 0 }
    all.set(key, one)
    if (metricName === `${name}_sum`) one.sum = value
    else if (metricName === `${name}_count`) one.count = value
    else if (le !== undefined && le !== '+Inf') one.upTo.push([Number(le), value])
  }
  return [...all.values()].map(({ attributes, upTo, sum, count }) => {
    const sorted = upTo.sort(([a], [b]) => a - b)
    const totals = [0, ...sorted.map(([, total]) => total), count]
    const counts = totals.slice(1).map((total, i) => total - (totals[i] ?? 0))
    return {
      ...times,
      attributes,
      value: { buckets: { boundaries: sorted.map(([bound]) => bound), counts }, sum, count },
    }
  })
}

function hrTime(at: Date): HrTime {
  const ms = at.getTime()
  return [Math.floor(ms / 1_000), (ms % 1_000) * 1_000_000]
}
