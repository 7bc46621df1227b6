import { useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Goto } from '../kit/goto.tsx'
import { Opening } from '../kit/opening.tsx'
import { useSession } from '../kit/session/session.ts'
import { useFirstPage } from '../kit/session/use-first-page.ts'
import { zoneOf } from '../kit/session/use-work.ts'

/** At `/` whoever is signed in begins with the first page of the role; a visitor stays there. */
export function FirstPage({ children }: { readonly children: ReactNode }) {
  // Where the reader is, not where the way leads: else a page that is being left would be drawn anew and lead back.
  const atRoot = useRouterState({
    select: ({ location, resolvedLocation }) => (resolvedLocation ?? location).pathname === '/',
  })
  const { session, error } = useSession()
  const pageOf = useFirstPage()
  if (!atRoot || session === null) return children
  if (session === undefined) return error === null ? <Opening /> : children
  const zone = zoneOf(session, undefined)
  return <Goto to={pageOf(zone)} search={zone ? { zone: zone.code } : {}} />
}
