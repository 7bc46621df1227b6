import type { CustomFetch } from 'openid-client'
import type { Outside } from '../../delivery/guard.ts'
import { reach } from '../../delivery/reach.ts'

/** The library's requests by the same guarded way as messages: no private address after DNS, no redirect, limits on time and size. */
export function outsideFetch(outside: Outside): CustomFetch {
  return async (address, { method, headers, body }) => {
    const text = body === undefined || body === null ? '' : String(body)
    const answer = await reach(
      new URL(address),
      { method: method === 'POST' ? 'POST' : 'GET', headers, body: text },
      outside,
    )
    const empty = answer.status === 204 || answer.status === 205
    return new Response(empty ? null : answer.body, {
      status: answer.status,
      headers: { 'content-type': answer.mediaType },
    })
  }
}
