import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import fastifyCompress from '@fastify/compress'
import fastifyMultipart from '@fastify/multipart'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import type { Logger } from 'pino'
import { collectGrants, permissionsByRoles } from './access/grants.ts'
import { knownCallers } from './access/known-callers.ts'
import { zoneDirectory, zoneFinder } from './access/zones.ts'
import { tidyArrivals } from './files/blobs.ts'
import { uploadRoom } from './files/room.ts'
import { clamd, type ScannerPlace } from './files/scanner.ts'
import { addressesOf } from './http/addresses.ts'
import { answerClientError, refusalOf, sendRefusal } from './http/answers.ts'
import { findAsked, nameOf } from './http/asked.ts'
import { admit, atOnceByDefault } from './http/crowd.ts'
import { readForms } from './http/forms.ts'
import { routeHealth } from './http/health.ts'
import { openapi } from './http/openapi.ts'
import { servePages } from './http/pages.ts'
import { routeHandlers } from './http/routes.ts'
import { secure } from './http/security.ts'
import { endSpans } from './http/span.ts'
import { refusalsTold } from './http/tell-refused.ts'
import { createMetrics } from './metrics/metrics.ts'
import { routeMetrics } from './metrics/part.ts'
import type { Migration } from './migration-files.ts'
import type { Database, ModuleDefinition } from './module.ts'
import { withParts } from './parts.ts'
import { watchEventLoop } from './system/event-loop.ts'
import { serveFrom } from './system/place.ts'
import { scanWith } from './system/scanning.ts'

export interface ServerOptions {
  readonly db: Database
  readonly modules: readonly ModuleDefinition[]
  /** What the database must hold for this program to be healthy. */
  readonly migrations: readonly Migration[]
  readonly log: Logger
  /** Default 127.0.0.1. */
  readonly host?: string
  /** 0 or absent: any free port. */
  readonly port?: number
  /** Folder of the built pages; without it only the API answers. */
  readonly webFolder?: string
  readonly now?: () => Date
  /** `LUODI_DATA`: uploads lie in `files/` below it. Without one there are none. */
  readonly dataFolder?: string
  /** Requests to the API a minute of one session or token; without one, from one address. */
  readonly requestsPerMinute?: number
  /** Requests to the API that are worked on at the same time. */
  readonly requestsAtOnce?: number
  /** Addresses of the proxies whose word on the client's address, host and scheme is taken; by default nobody's. */
  readonly trustProxy?: string
  /** The clamd that looks through uploads; without one nobody does. */
  readonly scanner?: ScannerPlace
  /** Bytes of uploads that are taken in at the same time; 256 MB unless told. */
  readonly uploadBytes?: number
}

export interface RunningServer {
  readonly app: FastifyInstance
  readonly url: string
  /** Finishes the requests in flight, for some seconds at most, then stops. The database stays open: its opener closes it. */
  close(): Promise<void>
}

const bodyLimitBytes = 2 * 1024 * 1024
const generousPerMinute = 1_200
/** For a whole request: 20 MB over a slow line. A head that does not come is cut off by Node itself after a minute. */
const requestTimeoutMs = 120_000

const noSchema = () => {
  throw new TypeError('endpoints check by zod: no route has a schema of Fastify')
}
/** In place of Fastify's own compilers of JSON schemas, a hundred files that every start would load for nothing. */
const unused = { buildValidator: noSchema, buildSerializer: noSchema }

/** Builds the HTTP server from endpoint data and listens. */
export async function createServer(options: ServerOptions): Promise<RunningServer> {
  const log: FastifyBaseLogger = options.log
  const tell = refusalsTold((left, text) => log.warn(left, text))
  const app: FastifyInstance = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: bodyLimitBytes,
    requestTimeout: requestTimeoutMs,
    trustProxy: options.trustProxy ?? false,
    genReqId: requestId,
    schemaController: { compilersFactory: unused },
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => {
      tell(request, refusalOf(error))
      sendRefusal(request, reply, refusalOf(error))
    },
  })
  const modules = withParts(options.modules)
  const handlers = modules.flatMap((module) => module.handlers)
  const addresses = addressesOf(handlers)
  findAsked(app, addresses)
  observe(app, tell)
  endSpans(app)
  await secure(app, options.requestsPerMinute ?? generousPerMinute)
  admit(app, options.requestsAtOnce ?? atOnceByDefault)
  // What comes in is not unpacked: nobody of ours packs it, and a few bytes could become any number.
  await app.register(fastifyCompress, { encodings: ['gzip'], threshold: 1024, globalDecompression: false })
  await takeFiles(app, options)
  readForms(app)
  const now = options.now ?? (() => new Date())
  beside(app, { ...options, now })
  serveFrom(options.dataFolder ?? null)
  routeMetrics(app)
  routeHealth(app, options)
  const endpoints = handlers.map((handler) => handler.endpoint)
  let document: ReturnType<typeof openapi> | undefined
  // Printed when it is first asked for: it costs as much as everything else at a start, and hardly any start needs it.
  app.get('/api/openapi.json', { config: { endpoint: 'openapi' } }, () => {
    document ??= openapi(endpoints)
    return document
  })
  routeHandlers(app, addresses, {
    db: options.db,
    now,
    findZone: zoneFinder(zoneDirectory(modules)),
    permissionsOf: permissionsByRoles(collectGrants(modules)),
    known: knownCallers(),
  })
  await servePages(app, options.webFolder)
  const url = await app.listen({ host: options.host ?? '127.0.0.1', port: options.port ?? 0 })
  return { app, url, close: () => end(app) }
}

/** What is under way has so long to end: whoever stops the program is not kept waiting by half a request. */
const lastWordsMs = 3_000

async function end(app: FastifyInstance): Promise<void> {
  // A connection that falls idle a moment after the server began to close would be waited for as long as it may be kept.
  const idle = setInterval(() => app.server.closeIdleConnections(), 50)
  const rest = setTimeout(() => app.server.closeAllConnections(), lastWordsMs)
  await app.close().finally(() => {
    clearInterval(idle)
    clearTimeout(rest)
  })
}

/** Fields of a form are in UTF-8; how much is taken, each upload says for itself. */
async function takeFiles(app: FastifyInstance, options: ServerOptions): Promise<void> {
  const { dataFolder, scanner, log, uploadBytes } = options
  const blobs = dataFolder === undefined ? null : { folder: join(dataFolder, 'files') }
  const looks = scanner ? clamd(scanner, { log }) : null
  app.decorate('blobs', blobs)
  app.decorate('scanner', looks)
  app.decorate('uploadRoom', uploadRoom(uploadBytes))
  scanWith(looks)
  await app.register(fastifyMultipart)
  if (blobs) await tidyArrivals(blobs, new Date())
}

/** What lives beside the requests: figures about them, and streams, which end before the server waits for open requests. */
function beside(app: FastifyInstance, options: ServerOptions & { readonly now: () => Date }): void {
  const { db, now, log } = options
  app.decorate('metrics', createMetrics(app, options))
  const closing = new AbortController()
  // Before it listens nobody can be kept waiting: a start on a slow machine builds for more than a second.
  app.addHook('onListen', async () => watchEventLoop({ log, now, stop: closing.signal }))
  app.decorate('liveHub', { db, now, closing: closing.signal })
  app.addHook('preClose', async () => closing.abort())
}

/** The caller's own id when it is sane, so that its logs and ours meet; a new one otherwise. */
function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID()
}

/** Every answer carries its id; every error becomes a problem; one log line a request, without bodies, queries or headers. */
function observe(app: FastifyInstance, tell: ReturnType<typeof refusalsTold>): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  app.setErrorHandler((error, request, reply) => {
    const refused = refusalOf(error)
    if (refused.status >= 500) request.log.error({ err: error, code: refused.code }, 'request failed')
    else tell(request, refused)
    return sendRefusal(request, reply, refused)
  })
  app.addHook('onResponse', async (request, reply) => {
    const endpoint = nameOf(request) ?? 'page'
    const ms = Math.round(reply.elapsedTime * 10) / 10
    request.log.info({ endpoint, method: request.method, status: reply.statusCode, ms }, 'request')
  })
}
