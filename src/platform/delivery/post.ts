import { traced, tracer } from '../telemetry/tracer.ts'
import { fault } from './faults.ts'
import type { Outside } from './guard.ts'
import { reach } from './reach.ts'
import type { HookRequest } from './shapes.ts'

/** Posts to an address that somebody typed in. */
export async function post(
  address: string,
  { query, headers, body }: HookRequest,
  outside: Outside,
): Promise<{ readonly status: number; readonly body: string }> {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url) throw fault('bad_address')
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  const words = { 'http.request.method': 'POST', 'server.address': url.hostname }
  return traced({ name: 'outbox post', kind: 'client', words }, () =>
    reach(url, { method: 'POST', headers: { ...headers, ...tracer()?.headers() }, body }, outside),
  )
}
