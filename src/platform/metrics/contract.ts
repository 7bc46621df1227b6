import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'

/** The same text as `/metrics`, which answers on the machine itself only. */
export const readMetrics = endpoint({
  name: 'system.readMetrics',
  method: 'GET',
  path: '/api/zones/:zone/metrics',
  permission: 'system.metrics',
  effect: 'read',
  file: 'text/plain',
  summary: { zh: '运行指标（Prometheus 文本）', en: 'Metrics of the server (Prometheus text)' },
  input: z.object({ zone: z.string() }),
  output: z.unknown(),
})
