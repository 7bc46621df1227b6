import type { FastifyRequest } from 'fastify'
import { type Endpoint, isZoned } from '../../kernel/endpoint.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Role } from '../../kernel/role.ts'
import { findByToken, touchToken } from '../access/api-tokens/find.ts'
import { countUse } from '../access/api-tokens/pace.ts'
import { authorise, changePassword, notFound, secondFactorNeeded, signInNeeded, visitor } from '../access/caller.ts'
import { type CallerRow, type Found, findCaller, nobody, touchSession } from '../access/find-caller.ts'
import type { KnownCallers } from '../access/known-callers.ts'
import { inTransaction, inZone } from '../database.ts'
import { passInText } from '../files/in-text.ts'
import { receive } from '../files/receive.ts'
import { receiveWhole } from '../files/receive-whole.ts'
import { plainOf } from '../json-text.ts'
import type { Caller, Database, Handler, RequestContext, ZoneRef } from '../module.ts'
import { nothingFollows } from '../wire/last.ts'
import { againWhenGivenUp } from './again.ts'
import { clientOf } from './client.ts'
import { refuseCrossSite } from './csrf.ts'
import { digestOf, keyOf, once } from './idempotency.ts'
import { inputProblem } from './issues.ts'
import { nowAsks } from './tell-refused.ts'

/** What the walk needs of the server. */
export interface WalkOptions {
  readonly db: Database
  /** The clock of this server; handlers read no other. */
  readonly now: () => Date
  readonly findZone: (db: Database, code: string) => Promise<ZoneRef | undefined>
  readonly permissionsOf: (roles: readonly Role[]) => Caller['permissions']
  /** Who has just asked. */
  readonly known: KnownCallers<CallerRow>
}

export interface Walked {
  readonly result: unknown
  readonly context: RequestContext
}

interface Walk {
  readonly handler: Handler
  readonly request: FastifyRequest
  readonly options: WalkOptions
  readonly start: Omit<RequestContext, 'caller' | 'zone'>
}

/**
 * The walk of a request: same site (writes), caller, permission, one parse, the handler. Nobody is told 401; who is no member of the zone, 404
 * as for a zone that does not exist; a member without the permission, 403. All this before the input is read.
 */
export async function walk(handler: Handler, request: FastifyRequest, options: WalkOptions): Promise<Walked> {
  if (handler.endpoint.effect === 'write') refuseCrossSite(request)
  const start = { requestId: request.id, now: options.now(), log: request.log, client: clientOf(request) }
  const walking: Walk = { handler, request, options, start }
  const { found, ...walked } = await (isZoned(handler.endpoint) ? withinZone(walking) : besideZones(walking))
  // What was asked is done: that it cannot be noted (a database that is only read) is no reason to say that it was not.
  if (found?.stale) {
    const note = markUsed(found, walked.context, options.db)
    await note.catch((err: unknown) => request.log.warn({ err }, 'a session was not marked as used'))
  }
  return walked
}

async function markUsed({ tokenId }: Found, { zone, now, client }: RequestContext, db: Database): Promise<void> {
  if (tokenId !== undefined && zone) return touchToken(db, zone, { id: tokenId, now })
  if (client.sessionHash !== null) await touchSession(db, client.sessionHash, now)
}

type Finished = Walked & { readonly found: Found | undefined }

async function besideZones({ handler, request, options, start }: Walk): Promise<Finished> {
  const { endpoint } = handler
  const found = await find(options.db, { endpoint, options, start, zone: null })
  const caller = found?.caller ?? visitor
  nowAsks(request, { accountId: caller.accountId, zone: null })
  authorise(caller, endpoint.permission)
  const input = parse(endpoint, request)
  const context: RequestContext = { ...start, caller, zone: null }
  const run = (db: Database) => handler.run(db, input, context)
  const transacted = endpoint.effect === 'write' && !handler.ownTransactions
  const result = await (transacted ? againWhenGivenUp(() => inTransaction(options.db, run)) : run(options.db))
  return { result, context, found }
}

/** Reads too run in a transaction, in which PostgreSQL refuses writes: row-level security's context lives no longer. */
async function withinZone(walking: Walk): Promise<Finished> {
  const { handler, request, options, start } = walking
  const { endpoint } = handler
  const { zone: code } = request.params as { zone: string }
  if (endpoint.permission !== 'public' && isNobody(start.client)) throw signInNeeded()
  const zone = await options.findZone(options.db, code)
  if (!zone) return refuseUnknownZone(walking)
  const work = async (db: Database, uploaded: unknown): Promise<Finished> => {
    const found = await find(db, { endpoint, options, start, zone })
    const caller = found?.caller ?? visitor
    if (found) authoriseInZone(walking, zone, found)
    const input = parse(endpoint, request, uploaded)
    const context: RequestContext = { ...start, caller, zone }
    const run = () => handler.run(db, input, context)
    const key = endpoint.effect === 'write' && !handler.unkept ? keyOf(request.headers['idempotency-key']) : undefined
    if (key === undefined || caller.accountId === null) {
      nothingFollows(db)
      return { result: await run(), context, found }
    }
    const write = { key, zoneId: zone.id, accountId: caller.accountId, digest: digestOf(endpoint.name, input), context }
    // What is kept is what the caller was told: nothing that the output schema leaves out.
    return { result: await once(db, write, async () => endpoint.output.parse(plainOf(await run()))), context, found }
  }
  const readOnly = endpoint.effect === 'read' && !handler.derives
  const run = (uploaded?: unknown) =>
    againWhenGivenUp(() => inZone(options.db, zone.id, (db) => work(db, uploaded), { readOnly }))
  return endpoint.upload || endpoint.inText ? withFile(walking, zone, run) : run()
}

/** Takes a file in from whoever may send one, and asks again afterwards: between the two no connection is held. */
async function withFile(
  walking: Walk,
  zone: ZoneRef,
  run: (uploaded?: unknown) => Promise<Finished>,
): Promise<Finished> {
  const {
    handler: { endpoint },
    request,
    options,
    start,
  } = walking
  const found = await inZone(options.db, zone.id, (db) => find(db, { endpoint, options, start, zone }))
  if (found) authoriseInZone(walking, zone, found)
  const { upload, inText } = endpoint
  const arriving = { person: found?.caller.accountId ?? start.client.address, bytes: lengthOf(request) }
  // What comes as text is here already, and is worked on as an upload is: unpacked, scanned, read.
  const maxBytes = upload?.maxBytes ?? request.routeOptions.bodyLimit
  return request.server.uploadRoom.within({ ...arriving, maxBytes }, async () => {
    if (inText) await passInText(request, inText)
    return run(upload && (await takeIn(request, upload)))
  })
}

function takeIn(request: FastifyRequest, { maxBytes, whole }: NonNullable<Endpoint<unknown, unknown>['upload']>) {
  return whole ? receiveWhole(request, { maxBytes, types: whole }) : receive(request, { maxBytes })
}

function lengthOf({ headers }: FastifyRequest): number | undefined {
  const length = Number(headers['content-length'] ?? Number.NaN)
  return Number.isSafeInteger(length) ? length : undefined
}

const isNobody = ({ sessionHash, tokenHash }: RequestContext['client']) =>
  sessionHash === null && tokenHash === undefined

/** A zone that does not exist answers as one that the caller is no member of. */
async function refuseUnknownZone({ handler: { endpoint }, request, options, start }: Walk): Promise<never> {
  const found = await find(options.db, { endpoint, options, start, zone: null })
  nowAsks(request, { accountId: found?.caller.accountId ?? null, zone: null })
  throw found && found.caller.accountId === null ? signInNeeded() : notFound()
}

/** Whoever looks for what somebody has tried, here or in the handler, finds it in the log. */
function authoriseInZone({ handler: { endpoint }, request }: Walk, zone: ZoneRef, found: Found): void {
  nowAsks(request, { accountId: found.caller.accountId, zone: zone.code })
  refuseInZone(found, endpoint)
}

function refuseInZone({ caller, mustChange, factorMissing }: Found, { permission }: Endpoint<unknown, unknown>): void {
  if (caller.accountId === null) throw signInNeeded()
  if (caller.roles.length === 0) throw notFound()
  if (mustChange) throw changePassword()
  if (factorMissing) throw secondFactorNeeded()
  authorise(caller, permission)
}

interface Question extends Pick<Walk, 'options' | 'start'> {
  readonly endpoint: Endpoint<unknown, unknown>
  readonly zone: ZoneRef | null
}

/** Who asks; undefined when the endpoint is public, so that public answers cost no query. */
async function find(db: Database, { endpoint, options, start, zone }: Question): Promise<Found | undefined> {
  if (endpoint.permission === 'public') return undefined
  const { permissionsOf, known } = options
  const { now, client } = start
  // Beside zones people ask who they are, sign in and out: seldom, and never by memory.
  if (zone === null) return findCaller(db, { sessionHash: client.sessionHash, zone, now, permissionsOf })
  if (client.tokenHash === undefined) {
    return findCaller(db, { sessionHash: client.sessionHash, zone, now, permissionsOf, known })
  }
  const found = await findByToken(db, { tokenHash: client.tokenHash, zone, now, permissionsOf })
  if (found?.tokenId !== undefined) countUse(options.db, found.tokenId, now)
  return found ?? nobody
}

function parse(endpoint: Endpoint<unknown, unknown>, request: FastifyRequest, uploaded?: unknown): unknown {
  const input = endpoint.input.safeParse(mergedInput(request, uploaded))
  if (input.success) return input.data
  throw inputProblem(input.error)
}

/** Path parameters, query (GET, DELETE) and JSON body together; a path parameter wins over a field of its name. */
function mergedInput(request: FastifyRequest, uploaded: unknown): unknown {
  const withBody = request.method !== 'GET' && request.method !== 'DELETE' && request.method !== 'HEAD'
  const rest: unknown = withBody ? (uploaded ?? request.body ?? {}) : request.query
  if (typeof rest !== 'object' || rest === null || Array.isArray(rest)) {
    throw new Problem('invalid_input', 'http.body_not_object', {
      zh: '请求正文应为 JSON 对象。',
      en: 'The body must be a JSON object.',
    })
  }
  return { ...rest, ...(request.params as Record<string, string>) }
}
