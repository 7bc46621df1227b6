import { queryOptions, useQuery } from '@tanstack/react-query'
import { Problem } from '../../../kernel/problem.ts'
import type { Session } from '../../../platform/access/contract.ts'
import { whoAmI } from '../../../platform/access/contract.ts'
import { type Client, call } from '../../client.ts'
import { readStored, writeStored } from '../stored.ts'

export const sessionKey = ['session']
const hint = 'luodi.signedIn'

/** Null: nobody is signed in. The cookie is out of the page's sight, so this device remembers whether asking is worth a request. */
const sessionQuery = queryOptions<Session | null>({
  queryKey: sessionKey,
  queryFn: ({ signal }) =>
    call(whoAmI, {}, { signal }).then(
      (session) => {
        writeStored('local', hint, '1')
        return session
      },
      (error: unknown) => {
        if (!(error instanceof Problem) || error.kind !== 'unauthenticated') throw error
        return null
      },
    ),
  staleTime: 5 * 60_000,
})

/** Who is signed in: undefined while that is asked. Pages that anybody may see ask only where somebody was signed in before. */
export function useSession({ needed = false } = {}) {
  const maybe = needed || readStored('local', hint) !== null
  const { data, error, refetch } = useQuery({ ...sessionQuery, enabled: maybe })
  return { session: maybe ? data : null, error, refetch }
}

/** A new session: what was read for anybody else is forgotten. */
export function keepSession(client: Client, session: Session): void {
  writeStored('local', hint, '1')
  forgetAnswers(client)
  client.setQueryData(sessionKey, session)
}

/** The session is over: what was read for that account goes with it. */
export function dropSession(client: Client): void {
  const before = client.getQueryData(sessionKey)
  forgetSession()
  client.setQueryData(sessionKey, null)
  if (before) forgetAnswers(client)
}

export function forgetSession(): void {
  writeStored('local', hint, null)
}

function forgetAnswers(client: Client): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] })
}
