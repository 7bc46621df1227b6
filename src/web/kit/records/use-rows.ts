import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { KindView } from '../../../kernel/kind-view.ts'
import { call } from '../../client.ts'
import type { Search } from '../../search.ts'
import { useMember } from '../session/use-work.ts'
import { listInputOf } from './address.ts'
import { doorsOf, type Row } from './doors.ts'

/** The list of a kind as the address narrows and orders it, page by page; `fixed` narrows it whatever the address says. */
export function useRows(kind: KindView, search: Search, fixed: Search = {}) {
  const { zone } = useMember()
  const door = doorsOf(kind).list
  const input = { ...listInputOf(kind, search), ...fixed, zone: zone.code }
  const pages = useInfiniteQuery({
    queryKey: [door.name, input],
    queryFn: ({ signal, pageParam }) => call(door, { ...input, after: pageParam ?? undefined }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
  const rows: readonly Row[] | undefined = pages.data?.pages.flatMap((page) => page.rows)
  return { ...pages, rows }
}
