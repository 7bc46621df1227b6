import { useQuery } from '@tanstack/react-query'
import { recordEndpoints } from '../../../../kernel/record-endpoints.ts'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { Posting } from '../../contract/posting.ts'
import { listPairs } from '../../contract/trade.ts'

/** What bringing together and answering make stale. */
export const tradeDoors = [listPairs.name, recordEndpoints(Posting).list.name]

export function usePairs(enabled = true) {
  const { zone } = useMember()
  return useQuery({ ...queryOf(listPairs, { zone: zone.code }), enabled, staleTime: 0 })
}
