import { randomUUID } from 'node:crypto'
import { type Endpoint, isZoned } from '../kernel/endpoint.ts'
import { Problem } from '../kernel/problem.ts'
import { authorise } from './access/caller.ts'
import { collectGrants, permissionsByRoles } from './access/grants.ts'
import { memberCaller } from './access/member-caller.ts'
import { inputProblem } from './http/issues.ts'
import { plainOf } from './json-text.ts'
import type { Database, Handler, Log, ModuleDefinition, ZoneRef } from './module.ts'
import { withParts } from './parts.ts'

/** Who calls, where, and when it is for them. */
export interface Visit {
  readonly zone: ZoneRef
  readonly accountId: string
  readonly now: Date
  readonly log: Log
  /** Said behind the account's name in the journal: who really sat there. */
  readonly through?: string
}

/** The endpoints of the installation, called in this process instead of over HTTP. */
export interface Doors {
  /**
   * The walk of a request without its transport: the account's roles in the zone, the endpoint's permission, one parse, the handler, and the
   * answer through its schema. `db` has the zone's context: whatever the call does, commits or fails with it.
   */
  call<In, Out>(db: Database, endpoint: Endpoint<In, Out>, visit: Visit & { readonly input: unknown }): Promise<Out>
}

/** `sample`: what is made through these doors is generated for a demonstration, and marked so. */
export function doorsOf(modules: readonly ModuleDefinition[], { sample = false } = {}): Doors {
  const parts = withParts(modules)
  const handlers = new Map(parts.flatMap((part) => part.handlers).map((handler) => [handler.endpoint.name, handler]))
  const permissionsOf = permissionsByRoles(collectGrants(parts))
  return {
    call: async (db, endpoint, { zone, accountId, now, log, through, input: given }) => {
      const handler = handlerOf(handlers, endpoint.name)
      const caller = await memberCaller(db, { zone, accountId, through, permissionsOf })
      authorise(caller, endpoint.permission)
      const input = endpoint.input.safeParse({ ...(given as object), zone: zone.code })
      if (!input.success) throw inputProblem(input.error)
      const client = { address: 'local', secure: false, sessionHash: null }
      const context = { requestId: randomUUID(), now, log, caller, zone, client, sample }
      const result = await handler.run(db, input.data, context)
      return endpoint.output.parse(plainOf(result))
    },
  }
}

function handlerOf(handlers: ReadonlyMap<string, Handler>, name: string): Handler {
  const handler = handlers.get(name)
  if (handler && isZoned(handler.endpoint) && !handler.ownTransactions) return handler
  throw new Problem('internal', 'doors.no_door', {
    zh: `没有可在开发区内调用的接口“${name}”。`,
    en: `No endpoint "${name}" can be called within a zone.`,
  })
}
