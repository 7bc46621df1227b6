import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { Search } from '../../search.ts'
import { withParameters } from './address.ts'

type Change = Readonly<Record<string, string | undefined>>

/** What stands in the address behind `?`, and how the page changes it: `go` can be gone back from, `replace` cannot. */
export function useAddress() {
  const all: Record<string, unknown> = useSearch({ strict: false })
  const search = all as Search
  const navigate = useNavigate()
  const set = useCallback(
    (change: Change, replace: boolean) =>
      void navigate({
        to: '.',
        search: (now: Record<string, unknown>) => withParameters(now as Search, change),
        replace,
        resetScroll: false,
      }),
    [navigate],
  )
  const go = useCallback((change: Change) => set(change, false), [set])
  const replace = useCallback((change: Change) => set(change, true), [set])
  return { search, go, replace }
}
