import type { ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { findCaller } from '../access/find-caller.ts'
import { inZone } from '../database.ts'
import { zoneOf } from '../journal/record.ts'
import type { Database, RequestContext } from '../module.ts'
import { type LiveSignal, signalsOf } from './signals.ts'

export interface Stream {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly context: RequestContext
  readonly isFor: (signal: LiveSignal) => boolean
}

declare module 'fastify' {
  interface FastifyInstance {
    /** For what outlives its request: whether the session still stands. */
    liveHub: LiveHub
  }
}

/** What streams need of their server. */
export interface LiveHub {
  readonly db: Database
  readonly now: () => Date
  /** Ends all streams: the server is closing. */
  readonly closing: AbortSignal
}

/** Messages that come together are told together: nobody needs a page refreshed fifty times a second. */
const gatherMs = 100
/** How long an answer about a session holds: a burst must not ask for every page that is open. */
const recheckMs = 5_000
const heartbeatMs = 15_000
/** A sender that does not read is cut off. */
const mostBufferedBytes = 256 * 1024

/**
 * Sends signals as server-sent events until the page, the session or the server ends. The session is asked for again at every heartbeat, and
 * before anything is sent when that was seconds ago: whoever was signed out, disabled or has lost his last role soon hears nothing more.
 */
export async function stream({ request, reply, context, isFor }: Stream): Promise<void> {
  const { liveHub: hub } = request.server
  const { raw } = open(reply)
  const gone = new Promise<void>((resolve) => raw.once('close', resolve))
  const waiting = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let working = Promise.resolve()
  const isIn = remembered(hub, () => stillIn(hub, context))
  const flush = () => {
    timer = undefined
    working = working.then(() => send(raw, waiting, isIn)).catch(() => void raw.end())
  }
  // A page that does not let go would keep the server from closing.
  const end = () => void raw.end(() => raw.socket?.destroy())
  const unlisten = signalsOf(hub.db).on((signal) => {
    // The page comes again at once, and asks anew for everything that it shows.
    if (signal.what === 'missed') end()
    if (signal.what !== 'live' || !isFor(signal)) return
    waiting.add(`data: ${JSON.stringify({ topic: signal.topic, id: signal.id })}\n\n`)
    timer ??= setTimeout(flush, gatherMs)
  })
  const heartbeat = setInterval(flush, heartbeatMs)
  hub.closing.addEventListener('abort', end, { once: true })
  await gone
  hub.closing.removeEventListener('abort', end)
  clearInterval(heartbeat)
  clearTimeout(timer)
  unlisten()
}

function open(reply: FastifyReply): { raw: ServerResponse } {
  reply.hijack()
  const { raw } = reply
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value)
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // With the stream ends its connection.
    connection: 'close',
    // Nginx would keep events back until its buffer is full.
    'x-accel-buffering': 'no',
  })
  raw.write('retry: 3000\n\n')
  return { raw }
}

/** What has gathered, or a comment that keeps the connection alive; the end when the session has ended or nobody reads. */
async function send(raw: ServerResponse, waiting: Set<string>, isIn: () => Promise<boolean>): Promise<void> {
  const texts = [...waiting]
  waiting.clear()
  if (raw.destroyed || raw.writableEnded) return
  if (raw.writableLength > mostBufferedBytes || !(await isIn())) raw.end()
  else raw.write(texts.length > 0 ? texts.join('') : ': still here\n\n')
}

/** Asks again when the last answer is older than it may be. */
function remembered({ now }: LiveHub, ask: () => Promise<boolean>): () => Promise<boolean> {
  let askedAt = now().getTime()
  return async () => {
    if (now().getTime() - askedAt < recheckMs) return true
    askedAt = now().getTime()
    return ask()
  }
}

async function stillIn({ db, now }: LiveHub, context: RequestContext): Promise<boolean> {
  const zone = zoneOf(context)
  const { sessionHash } = context.client
  const question = { sessionHash, zone, now: now(), permissionsOf: () => new Set(['account'] as const) }
  const { caller } = await inZone(db, zone.id, (zoned) => findCaller(zoned, question))
  return caller.accountId !== null && caller.roles.length > 0
}
