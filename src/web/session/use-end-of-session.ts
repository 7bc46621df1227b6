import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { dropSession } from '../kit/session/session.ts'
import { whenSignedOut } from '../signed-out.ts'

/** Whichever request learns that the session is over, the whole page knows it: pages that need an account lead to the sign-in page. */
export function useEndOfSession(): void {
  const client = useQueryClient()
  useEffect(() => whenSignedOut(() => dropSession(client)), [client])
}
