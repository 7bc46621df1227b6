import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { KindView } from '../../../../kernel/kind-view.ts'
import { listViews } from '../../../../platform/records/contract/views.ts'
import { call } from '../../../client.ts'
import { useMember } from '../../session/use-work.ts'
import { useAddress } from '../use-address.ts'
import { changeTo, firstView, isUnsaid } from './view-search.ts'

/** The views that the reader has of a kind. Where the address says nothing, the first of them is opened. */
export function useViews(kind: KindView) {
  const { zone } = useMember()
  const { search, replace } = useAddress()
  const input = { zone: zone.code, kind: kind.name }
  const { data } = useQuery({
    queryKey: [listViews.name, input],
    queryFn: ({ signal }) => call(listViews, input, { signal }),
  })
  const first = data && firstView(data.views)
  const unsaid = isUnsaid(kind, search)
  useEffect(() => {
    if (unsaid && first) replace(changeTo(kind, first))
  }, [unsaid, first, kind, replace])
  return { views: data?.views ?? [], audiences: data?.audiences ?? [] }
}
