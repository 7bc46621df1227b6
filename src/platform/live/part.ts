import { isOutsider } from '../access/caller.ts'
import { Direct } from '../http/direct.ts'
import { zoneOf } from '../journal/record.ts'
import { defineModule, handle, type RequestContext } from '../module.ts'
import * as contract from './contract.ts'
import { tooManyConnections } from './refusals.ts'
import type { LiveSignal } from './signals.ts'
import { stream } from './stream.ts'

const mostPerAccount = 8

/** Open connections by account, on this server. */
export function livePart() {
  const open = new Map<string, number>()
  return defineModule({
    name: 'live',
    handlers: [
      handle(contract.live, async (_db, _input, context) => {
        const account = context.caller.accountId ?? ''
        const count = open.get(account) ?? 0
        if (count >= mostPerAccount) throw tooManyConnections()
        return new Direct((request, reply) => {
          open.set(account, (open.get(account) ?? 0) + 1)
          stream({ request, reply, context, isFor: (signal) => isFor(signal, context) }).finally(() => {
            const left = (open.get(account) ?? 1) - 1
            if (left > 0) open.set(account, left)
            else open.delete(account)
          })
          return reply
        })
      }),
    ],
  })
}

/** Outsiders hear only what is told to their account or their enterprise; everybody else of the zone also what is told to nobody in particular. */
function isFor({ zoneId, audience }: LiveSignal, context: RequestContext): boolean {
  const { caller } = context
  if (zoneId !== zoneOf(context).id) return false
  if (audience.accountId !== undefined) return audience.accountId === caller.accountId
  if (audience.enterpriseId !== undefined) return audience.enterpriseId === caller.enterpriseId
  return !isOutsider(caller)
}
