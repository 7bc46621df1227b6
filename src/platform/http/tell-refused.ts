import type { FastifyRequest } from 'fastify'
import type { Refusal } from './answers.ts'
import { nameOf } from './asked.ts'

/** Who asks, as far as the walk has learned it. */
interface Asks {
  readonly accountId: string | null
  /** Code of a zone that there is; null: beside zones, or one that somebody made up. */
  readonly zone: string | null
}

const asking = new WeakMap<FastifyRequest, Asks>()

export function nowAsks(request: FastifyRequest, asks: Asks): void {
  asking.set(request, asks)
}

/** What no page of ours sends. */
const malformed = new Set([
  'http.malformed',
  'http.malformed_json',
  'http.body_not_object',
  'http.bad_address',
  'http.address_too_long',
  'http.wrong_length',
  'http.body_too_large',
  'http.media_type',
  'database.unusable_value',
])
const hostileFiles = new Set(['files.type_refused', 'files.holds_program', 'files.infected', 'files.too_large'])

/** What a refusal is told as; undefined: it is nothing that somebody tried. That nobody is signed in is no attempt, and neither is a slip in a form. */
function wordOf({ status, code }: Refusal, { accountId }: Asks): string | undefined {
  if (status === 429) return 'too many requests'
  if (malformed.has(code)) return 'malformed request'
  if (hostileFiles.has(code)) return 'file refused'
  if (status === 403 || (status === 404 && accountId !== null)) return 'not allowed'
  return undefined
}

/** Lines a minute: for one account or address, and for all together. */
const most = { one: 20, all: 300 }
const windowMs = 60_000

/**
 * Tells the log what somebody tried and was refused: endpoint, account (without one the address), zone and code, and nothing that was sent. Lines are
 * bounded for each who asks, so that one does not hide behind another's flood; how many were left out is told when the minute is over.
 */
export function refusalsTold(
  warn: (left: object, text: string) => void,
): (request: FastifyRequest, refused: Refusal) => void {
  let told = new Map<string, number>()
  let all = 0
  let left = 0
  let open = false
  const over = () => {
    if (left > 0) warn({ left }, 'refusals were left out')
    told = new Map()
    all = left = 0
    open = false
  }
  return (request, refused) => {
    const asks = asking.get(request) ?? { accountId: null, zone: null }
    const word = wordOf(refused, asks)
    if (word === undefined) return
    if (!open) setTimeout(over, windowMs).unref()
    open = true
    const who = asks.accountId ?? request.ip
    const times = told.get(who) ?? 0
    if (times >= most.one || all >= most.all) {
      left++
      return
    }
    told.set(who, times + 1)
    all++
    const endpoint = nameOf(request) ?? null
    const address = asks.accountId === null ? { address: request.ip } : {}
    request.log.warn({ endpoint, ...asks, ...address, code: refused.code }, word)
  }
}
