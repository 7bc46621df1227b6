import { useInfiniteQuery } from '@tanstack/react-query'
import { call } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import type { MilestoneName } from '../../../plans/contract/scenario.ts'
import { listPlanChanges } from '../../contract.ts'

/** What moved the plan of a project, the latest first; of one milestone alone when it is named. */
export function usePlanChanges(id: string, narrow: { readonly milestone?: MilestoneName; readonly limit: number }) {
  const { zone } = useMember()
  const input = { zone: zone.code, id, ...narrow }
  return useInfiniteQuery({
    queryKey: [listPlanChanges.name, input],
    queryFn: ({ signal, pageParam }) =>
      call(listPlanChanges, { ...input, ...(pageParam !== null && { before: pageParam }) }, { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  })
}
