import { randomUUID } from 'node:crypto'
import type { Caller, Log, RequestContext, ZoneRef } from '../module.ts'

export interface SystemContextOptions {
  /** Who stands in rows and journal as the actor: `system:seed`. */
  readonly name: string
  readonly now: Date
  readonly log: Log
  readonly zone?: ZoneRef
  /** What the acts are done as; by default as the program itself, which holds no permissions and is asked for none. */
  readonly caller?: Partial<Caller>
}

/** A context for what no request asked for: command line, worker, demo data. */
export function systemContext({ name, now, log, zone, caller }: SystemContextOptions): RequestContext {
  const program: Caller = {
    accountId: null,
    name,
    roles: [],
    permissions: new Set(),
    enterpriseId: null,
    personId: null,
  }
  const client = { address: 'local', secure: false, sessionHash: null }
  return { requestId: randomUUID(), now, log, caller: { ...program, ...caller }, zone: zone ?? null, client }
}
