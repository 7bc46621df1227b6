import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { listWorks } from '../../contract.ts'

/** What the decisions on a work make stale; the ledger of bonds is read anew whenever it is opened. */
export const stale = [listWorks.name]

export function useWorks(id?: string) {
  const { zone } = useMember()
  return useQuery({ ...queryOf(listWorks, { zone: zone.code, ...(id !== undefined && { id }) }), staleTime: 0 })
}
