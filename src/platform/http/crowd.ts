import type { FastifyInstance, FastifyRequest } from 'fastify'
import { HttpRefusal, type Refusal } from './answers.ts'
import { outlasts } from './asked.ts'

/** A second of work on two cores: a disk that pauses for so long puts nobody off, and whoever stood further back would wait for several. */
export const atOnceByDefault = 200

/**
 * Works on so many requests to the API at once and refuses the rest with 503 before they cost anything: a server that takes more than it can do
 * answers nobody. A request counts from when its body has come, so that slow lines take nobody's place; files and streams, which last as long as
 * their other end likes, have limits of their own. Those refused come again after different times, and not all at once.
 */
export function admit(app: FastifyInstance, atOnce: number): void {
  let inside = 0
  const refuse = () => {
    if (inside >= atOnce) throw new HttpRefusal(crowded(1 + Math.floor(Math.random() * longestWaitSeconds)))
  }
  app.addHook('onRequest', async (request) => {
    if (counts(request)) refuse()
  })
  app.addHook('preHandler', async (request, reply) => {
    if (!counts(request)) return
    refuse()
    inside++
    reply.raw.once('close', () => {
      inside--
    })
  })
}

const longestWaitSeconds = 3

/** Whoever watches over the server asks beside the API, and is answered in the worst crowd. */
function counts(request: FastifyRequest): boolean {
  return request.url.startsWith('/api/') && !outlasts(request)
}

function crowded(retryAfterSeconds: number): Refusal {
  const zh = '系统正忙，请几秒后再试；未保存任何内容。'
  const en = 'The system has more to do than it can: try again in a few seconds. Nothing was saved.'
  return { status: 503, code: 'http.crowded', text: { zh, en }, details: { retryAfterSeconds } }
}
