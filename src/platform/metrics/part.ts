import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Registry } from 'prom-client'
import { refusal, sendRefusal } from '../http/answers.ts'
import { Direct } from '../http/direct.ts'
import { defineModule, handle, type ModuleDefinition } from '../module.ts'
import { lookAtSystem } from '../system/contract.ts'
import { systemNow } from '../system/look.ts'
import { readMetrics } from './contract.ts'

declare module 'fastify' {
  interface FastifyInstance {
    metrics: Registry
  }
}

/** For a zone's system administrator, from anywhere. */
export const metricsPart = (modules: readonly ModuleDefinition[]) =>
  defineModule({
    name: 'system',
    grants: { 'system.metrics': ['admin'] },
    handlers: [
      handle(readMetrics, async () => new Direct(sendMetrics)),
      handle(lookAtSystem, (db, _input, context) => systemNow(db, context, modules)),
    ],
  })

const absent = refusal(404, 'http.not_found', '没有这个地址。', 'There is nothing at this address.')

/** `GET /metrics` for a collector on this machine. A request that a proxy has passed on comes from somewhere else. */
export function routeMetrics(app: FastifyInstance): void {
  app.get('/metrics', { config: { endpoint: 'metrics' } }, (request, reply) =>
    isLocal(request) ? sendMetrics(request, reply) : sendRefusal(request, reply, absent),
  )
}

function isLocal({ socket, headers }: FastifyRequest): boolean {
  const address = socket.remoteAddress ?? ''
  const passedOn = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some((name) => headers[name] !== undefined)
  return !passedOn && /^(127\.|::1$|::ffff:127\.)/.test(address)
}

async function sendMetrics(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { metrics } = request.server
  return reply
    .header('cache-control', 'no-store')
    .type(metrics.contentType)
    .send(await metrics.metrics())
}
